import type { Fix, FixOffer, FixSafety, Refusal } from '../../core/finding.ts';
import type { TextEdit } from '../../core/text-edit.ts';
import type { Route, Via } from '../../core/value.ts';
import type { YamlEdit } from '../../yaml/edit.ts';
import { isRefused } from '../../yaml/edit.ts';
import type { YamlDocument } from '../../yaml/node.ts';
import { sharedRoutes } from './routes.ts';

/** What a fix says of itself. */
export interface FixText {
  readonly title: string;
  readonly safety: FixSafety;
  readonly caution?: string;
  /** The text, after the edits, that the user has to complete. */
  readonly select?: string;
}

interface Made {
  readonly edits: readonly TextEdit[];
  readonly touches: readonly Route[];
  readonly shared: boolean;
}

/** Another way to a change that is refused where it takes effect. */
export interface Alternative {
  /** Behind the title: ``at the anchor `x` ``. */
  readonly where: string;
  readonly change: Made;
  /** Whether it changes this service alone, and not what others share with it. */
  readonly alone: boolean;
  /** What else may break by it. */
  readonly caution?: string;
}

/** A part of a fix, or why it can't be made. */
export type Change = Made | { readonly refused: string; readonly alternatives?: readonly Alternative[] };

/** A refused offer with what can be done instead; the walk puts these behind it, as offers of their own. */
interface RefusalWithAlternatives extends Refusal {
  readonly alternatives: readonly { readonly fix: Fix; readonly alone: boolean }[];
}

/** An edit of the document with the routes that it changes, those included that share what is changed by an anchor. */
export function change(document: YamlDocument, edit: YamlEdit, ...routes: readonly Route[]): Change {
  if (isRefused(edit)) return edit;
  const shared = routes.flatMap((route) => sharedRoutes(document, route));
  return { edits: edit, touches: [...routes, ...shared], shared: shared.length > 0 };
}

/** What a fix warns of that changes what an anchor gives to others. */
export const SHARED = 'Everything that uses the same anchor changes as well.';

function made(text: FixText, changes: readonly Made[]): Fix {
  const edits = changes.flatMap((change) => change.edits);
  const touches = changes.flatMap((change) => change.touches);
  if (!changes.some((change) => change.shared)) return { ...text, edits, touches };
  return { ...text, edits, touches, caution: [text.caution, SHARED].filter(Boolean).join(' ') };
}

/** One offer of several changes, refused when one of them is; then with the ways around it, where there are some. */
export function offer(text: FixText, ...changes: readonly Change[]): FixOffer {
  const refused = changes.find((change) => 'refused' in change);
  if (!refused || !('refused' in refused)) return made(text, changes as readonly Made[]);
  const { title } = text;
  const alternatives = (refused.alternatives ?? []).flatMap(({ where, change, alone, caution }) => {
    const others = changes.map((other) => (other === refused ? change : other));
    if (others.some((other) => 'refused' in other)) return [];
    const said = {
      ...text,
      title: `${title} ${where}`,
      ...(caution && { caution: [text.caution, caution].filter(Boolean).join(' ') }),
    };
    return [{ fix: made(said, others as readonly Made[]), alone }];
  });
  const refusal: RefusalWithAlternatives = { title, refused: refused.refused, alternatives };
  return alternatives.length === 0 ? { title, refused: refused.refused } : refusal;
}

/** Offers with the alternatives of those that are refused behind them; without those for one service where `several` share the place. */
export function withAlternatives(offers: readonly FixOffer[], several: boolean): readonly FixOffer[] {
  return offers.flatMap((offer): FixOffer[] => {
    if (!('alternatives' in offer)) return [offer];
    const { alternatives, ...refusal } = offer as RefusalWithAlternatives;
    return [refusal, ...alternatives.filter(({ alone }) => !alone || !several).map(({ fix }) => fix)];
  });
}

/** Why what came this way is not changed where it takes effect; undefined when it may be. */
export function refusalOf(via: Via | undefined, what: string): string | undefined {
  if (via?.file !== undefined) return `${what} comes from the file \`${via.file}\`: change it there`;
  switch (via?.kind) {
    case 'alias':
    case 'merge':
      return `${what} comes from the anchor \`${via.name}\`: change it there, for everything that uses it`;
    case 'extends':
      return `${what} comes from the service \`${via.name}\`, which this one extends: change it there`;
    default:
      return undefined;
  }
}
