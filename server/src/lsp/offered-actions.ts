import type { Diagnostic } from 'vscode-languageserver';
import type { Finding, Fix, FixOffer } from '../core/finding.ts';
import { isRefusal } from '../core/finding.ts';
import { severityRank } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import { overlaps } from '../core/span.ts';
import { bestOffer } from '../workspace/findings-store.ts';
import { groupAbsences, type Shown } from './absence-groups.ts';
import type { ChangeRequest } from './changes.ts';
import { type ConvertContext, diagnosticOf, shownSpan } from './convert.ts';
import { type AskIgnore, ignoreActions, ignoreTogether, type ProjectPlace, projectIgnoreActions } from './offered-ignores.ts';
import { plainText, resourceInWords } from './words.ts';

/** One entry of the menu at a place, before its edit is computed. */
export type OfferedAction = { readonly title: string; readonly diagnostics: readonly Diagnostic[] } & (
  | { readonly kind: 'change'; readonly request: ChangeRequest; readonly preferred: boolean }
  | { readonly kind: 'disabled'; readonly reason: string }
  | { readonly kind: 'page'; readonly rule: string }
);

/** A finding at the asked place, with the diagnostic it is shown by. */
export interface Here {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

interface GroupHere {
  readonly group: Extract<Shown, { kind: 'group' }>;
  readonly parts: readonly Here[];
  readonly diagnostic: Diagnostic;
}

/** A menu stays one that can be read: above so many findings they are ignored together, above so many rules one is explained. */
const FEW = 3;

/**
 * The menu for a stretch of a text, in the order of what users want most: fixes, worst findings first; for what a resource
 * lacks all of it at once, then part by part; then bulk fixes, ignoring, and the page. Exactly one action is preferred, the
 * first safe fix, or none. Titles are plain text.
 */
export function offeredActions(
  findings: readonly Finding[],
  asked: Span,
  context: ConvertContext,
  ignore: AskIgnore,
  place?: ProjectPlace,
): OfferedAction[] {
  const singles: Here[] = [];
  const groups: GroupHere[] = [];
  for (const shown of groupAbsences(findings).filter((s) => isTouched(s, asked))) {
    const diagnostic = diagnosticOf(shown, context);
    if (shown.kind === 'single') singles.push({ finding: shown.finding, diagnostic });
    else groups.push({ group: shown, diagnostic, parts: worstFirst(shown.findings.map((finding) => ({ finding, diagnostic }))) });
  }
  const alone = worstFirst(singles);
  return withPreferred([
    ...alone.flatMap(fixActions),
    ...groups.flatMap((group) => [...hardenAction(group), ...group.parts.flatMap(partActions)]),
    ...ruleActions(alone, findings, context),
    ...(alone.length > FEW ? ignoreTogether(alone, 'line', ignore) : alone.flatMap((h) => ignoreActions(h, ignore))),
    ...groups.flatMap(({ parts }) => ignoreTogether(parts, 'resource', ignore)),
    ...(place ? [alone, ...groups.map(({ parts }) => parts)].flatMap((here) => projectIgnoreActions(here, place)) : []),
    ...pageActions([...alone, ...groups.flatMap(({ parts }) => parts)]),
  ]).map((action) => ({ ...action, title: plainText(action.title) }));
}

function worstFirst(here: readonly Here[]): Here[] {
  return [...here].sort((a, b) => severityRank(a.finding.severity) - severityRank(b.finding.severity));
}

/** Whether the asked place touches what is shown, or a token that stands behind a group. */
function isTouched(shown: Shown, asked: Span): boolean {
  return overlaps(shownSpan(shown), asked) || (shown.kind === 'group' && shown.findings.some((f) => overlaps(f.at.span, asked)));
}

function fixActions(here: Here): OfferedAction[] {
  return here.finding
    .fixes()
    .map((offer, index) =>
      isRefusal(offer) ? disabled(here, offer.title, offer.refused) : fixAction(here, offer, index, suffixOf(offer)),
    );
}

/** Of what a resource lacks, the best fix each. That all of it may change behaviour is said once, by the entry for all. */
function partActions(here: Here): OfferedAction[] {
  const offers = here.finding.fixes();
  const index = offers.findIndex((offer) => !isRefusal(offer));
  const offer = offers[Math.max(0, index)];
  if (!offer) return [];
  if (isRefusal(offer)) return [disabled(here, offer.title, offer.refused)];
  return [fixAction(here, offer, index, offer.safety === 'placeholder' ? suffixOf(offer) : '')];
}

function fixAction({ finding, diagnostic }: Here, offer: Fix, index: number, suffix: string): OfferedAction {
  return {
    kind: 'change',
    title: offer.title + suffix,
    diagnostics: [diagnostic],
    request: { type: 'fix', id: finding.fingerprint, offer: index },
    preferred: offer.safety === 'safe',
  };
}

function disabled({ diagnostic }: Here, title: string, reason: string): OfferedAction {
  return { kind: 'disabled', title, diagnostics: [diagnostic], reason: plainText(reason) };
}

/** What may break is told in full by the hover; the menu marks only that something may. */
function suffixOf({ safety, caution }: Fix): string {
  if (safety === 'placeholder') return ' (to be completed)';
  return safety === 'hardening' && caution !== undefined ? ' (may change behaviour)' : '';
}

function hardenAction({ group, diagnostic }: GroupHere): OfferedAction[] {
  const fixable = group.findings.filter((finding) => finding.fixes().some(isBulk));
  const [first] = fixable;
  if (!first || fixable.length < 2) return [];
  const title = `Harden ${resourceInWords(group.resource)}: apply all ${fixable.length} (may change behaviour)`;
  return [
    { kind: 'change', title, diagnostics: [diagnostic], request: { type: 'harden', id: first.fingerprint }, preferred: false },
  ];
}

function isBulk(offer: FixOffer): offer is Fix {
  return !isRefusal(offer) && offer.safety !== 'placeholder' && offer.elsewhere === undefined;
}

/** "Fix all N of this rule", where more than one of the file can be fixed without asking. */
function ruleActions(here: readonly Here[], findings: readonly Finding[], context: ConvertContext): OfferedAction[] {
  return onePerRule(here).flatMap(({ finding, diagnostic }): OfferedAction[] => {
    const best = bestOffer(finding);
    if (!best || !isBulk(best)) return [];
    const { safety } = best;
    const isTaken = (offer: FixOffer) => isBulk(offer) && (safety === 'hardening' || offer.safety === 'safe');
    const alike = findings.filter((f) => f.rule === finding.rule && f.fixes().some(isTaken));
    if (alike.length < 2) return [];
    const name = context.ruleOf(finding.rule)?.title ?? finding.rule;
    const title = `Fix all ${alike.length} “${name}” in this file`;
    const request: ChangeRequest = { type: 'fix-rule', rule: finding.rule, safety };
    return [{ kind: 'change', title, diagnostics: [diagnostic], request, preferred: false }];
  });
}

function pageActions(here: readonly Here[]): OfferedAction[] {
  const rules = onePerRule(here);
  return rules.slice(0, rules.length > FEW ? 1 : FEW).map(({ finding: { rule }, diagnostic }) => ({
    kind: 'page',
    title: `Explain ${rule}`,
    diagnostics: [diagnostic],
    rule,
  }));
}

function onePerRule(here: readonly Here[]): Here[] {
  return here.filter((h, index) => here.findIndex((other) => other.finding.rule === h.finding.rule) === index);
}

/** Keeps the mark on the first action only that may bear it. */
function withPreferred(actions: readonly OfferedAction[]): OfferedAction[] {
  const first = actions.find((action) => action.kind === 'change' && action.preferred);
  return actions.map((action) => (action.kind === 'change' ? { ...action, preferred: action === first } : action));
}
