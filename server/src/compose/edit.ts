import type { FixOffer, FixSafety } from '../core/finding.ts';
import type { Span } from '../core/span.ts';
import { contains } from '../core/span.ts';
import type { TextEdit } from '../core/text-edit.ts';
import type { At, Route, Via } from '../core/value.ts';
import type { YamlEdit } from '../yaml/edit.ts';
import { appendItem, isRefused, removeItem, removePair, setKey, setScalar } from '../yaml/edit.ts';
import type { YamlDocument, YamlMap, YamlSeq } from '../yaml/node.ts';
import { sharedRoutes } from './edit-routes.ts';
import type { PortMapping } from './model/ports.ts';
import type { EffectiveService } from './model/service.ts';
import { splitAt } from './model/split.ts';
import type { ScalarText } from './model/text.ts';

/** What a fix says of itself. */
export interface FixText {
  readonly title: string;
  readonly safety: FixSafety;
  readonly caution?: string;
  /** The text, after the edits, that the user has to complete. */
  readonly select?: string;
}

/** A part of a fix, or why it can't be made. */
export type Change =
  | { readonly edits: readonly TextEdit[]; readonly touches: readonly Route[]; readonly shared: boolean }
  | { readonly refused: string };

/** An edit of the document with the routes that it changes, those included that share what is changed by an anchor. */
export function change(document: YamlDocument, edit: YamlEdit, ...routes: readonly Route[]): Change {
  if (isRefused(edit)) return edit;
  const shared = routes.flatMap((route) => sharedRoutes(document, route));
  return { edits: edit, touches: [...routes, ...shared], shared: shared.length > 0 };
}

/** One offer of several changes, refused when one of them is. */
export function offer(text: FixText, ...changes: readonly Change[]): FixOffer {
  const edits: TextEdit[] = [];
  const touches: Route[] = [];
  let shared = false;
  for (const change of changes) {
    if ('refused' in change) return { title: text.title, refused: change.refused };
    edits.push(...change.edits);
    touches.push(...change.touches);
    shared ||= change.shared;
  }
  if (!shared) return { ...text, edits, touches };
  return {
    ...text,
    edits,
    touches,
    caution: [text.caution, 'Everything that uses the same anchor changes as well.'].filter(Boolean).join(' '),
  };
}

/** Why what came this way is not changed where it takes effect; undefined when it may be. */
export function refusalOf(via: Via | undefined, what: string): string | undefined {
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

/** Whether a `<<` of the map brings the key in as well, hidden by the map's own. */
function hasMerged(map: YamlMap, key: string): boolean {
  return map.merges.some(({ value }) => {
    const parts = value.kind === 'seq' ? value.items : [value];
    return parts.some((part) => part.kind === 'map' && part.get(key) !== undefined);
  });
}

/** `privileged: true` → nothing. Refused when what is removed would be set again by an anchor or an extended service. */
export function removeServiceKey(service: EffectiveService, key: string, text: FixText): FixOffer {
  const { node, document } = service;
  const pair = node.get(key);
  const what = `\`${key}\``;
  if (!pair)
    return { title: text.title, refused: refusalOf(service.field(key).at.via, what) ?? `${what} is not written in this service` };
  const refused = refusalOf(pair.via ?? pair.keyNode.via, what);
  if (refused !== undefined) return { title: text.title, refused };
  if (service.field(key).written.length > 1 || hasMerged(node, key)) {
    return { title: text.title, refused: `without it, ${what} would come from an anchor or an extended service` };
  }
  if (node.duplicates.some((d) => d.key === key)) return { title: text.title, refused: `${what} is written twice` };
  return offer(text, change(document, removePair(document, node, key), [...node.route, key]));
}

/** The list of the service itself that holds a place, and which of its items does. */
function ownItem(
  service: EffectiveService,
  at: At,
): { readonly key: string; readonly seq: YamlSeq; readonly index: number } | undefined {
  for (const { key, value } of service.node.pairs) {
    if (value.kind !== 'seq' || value.via || !contains(value.span, at.span)) continue;
    const index = value.items.findIndex((item) => contains(item.span, at.span));
    if (index >= 0) return { key, seq: value, index };
  }
  return undefined;
}

/** An item of one of the service's lists → nothing; the key goes with the last item. */
export function removeServiceItem(service: EffectiveService, at: At, text: FixText): FixOffer {
  const found = ownItem(service, at);
  const refused = refusalOf(at.via, 'the entry') ?? (found ? undefined : 'the entry is not an item of a list of this service');
  if (!found || refused !== undefined) return { title: text.title, refused: refused ?? '' };
  const { document, node } = service;
  const { key, seq, index } = found;
  // An empty list that overrides another one has to stay.
  const alone = seq.items.length === 1 && seq.tag === undefined && !hasMerged(node, key);
  return offer(
    text,
    change(document, alone ? removePair(document, node, key) : removeItem(document, seq, index), [...node.route, key]),
  );
}

/** An item of one of the service's lists → another text, quotes kept. */
export function setServiceItem(service: EffectiveService, at: At, item: string, text: FixText): FixOffer {
  const found = ownItem(service, at);
  const node = found?.seq.items[found.index];
  const refused =
    refusalOf(at.via, 'the entry') ?? (node?.kind === 'scalar' ? undefined : 'the entry is not a single value of this service');
  if (node?.kind !== 'scalar' || refused !== undefined) return { title: text.title, refused: refused ?? '' };
  return offer(text, change(service.document, setScalar(service.document, node, item), node.route));
}

function appendAll(document: YamlDocument, seq: YamlSeq, items: readonly string[]): YamlEdit {
  if (seq.items.length === 0 && items.length > 1) return { refused: 'the list is empty: remove it first' };
  const edits: TextEdit[] = [];
  for (const item of items) {
    const edit = appendItem(document, seq, item);
    if (isRefused(edit)) return edit;
    edits.push(...edit);
  }
  return edits;
}

/** Appends items to a list of the service, which is made when missing, in the file's own style. */
export function addItems(service: EffectiveService, key: string, items: readonly string[]): Change {
  const { node, document } = service;
  const what = `\`${key}\``;
  const pair = node.get(key);
  const refused = refusalOf(node.via, 'the service') ?? refusalOf(pair?.via ?? pair?.value.via, what);
  if (refused !== undefined) return { refused };
  const route = [...node.route, key];
  if (!pair) return change(document, setKey(document, node, key, items), route);
  const { value } = pair;
  if (value.tag !== undefined) return { refused: `${what} has the tag \`${value.tag}\`` };
  if (value.kind === 'map' || (value.kind === 'scalar' && !value.isNull)) return { refused: `${what} is not a list` };
  return change(document, value.kind === 'seq' ? appendAll(document, value, items) : setKey(document, node, key, items), route);
}

/** Appends items to lists of the service, which are made when missing: `{cap_drop: ['ALL']}`. */
export function addServiceItems(
  service: EffectiveService,
  additions: Readonly<Record<string, readonly string[]>>,
  text: FixText,
): FixOffer {
  return offer(text, ...Object.entries(additions).map(([key, items]) => addItems(service, key, items)));
}

/** The text of a short port syntax with an address: `8080:80` → `127.0.0.1:8080:80`; undefined when a variable may hold one. */
function withAddress({ raw, template }: ScalarText, address: string, hasAddress: boolean): string | undefined {
  const variables: readonly Span[] = template.pieces.filter((piece) => piece.kind === 'variable').map((piece) => piece.span);
  const ports = splitAt(raw.slice(0, splitAt(raw, '/', variables)[0]?.end), ':', variables);
  const shown = address.includes(':') ? `[${address}]` : address;
  const published = ports.at(-2);
  if (!published) return variables.some((v) => v.start === 0) && hasAddress ? undefined : `${shown}::${raw}`;
  if (ports.length === 2) return hasAddress ? undefined : `${shown}:${raw}`;
  return variables.some((v) => v.start < published.start) ? undefined : `${shown}:${raw.slice(published.start)}`;
}

const BY_VARIABLE = 'the address comes from a variable: set it there';

/** Binds a port to an address, in its own syntax: `- 80:80` → `- "127.0.0.1:80:80"`, `target: 80` gets `host_ip: 127.0.0.1`. */
export function setPortAddress(document: YamlDocument, port: PortMapping, address: string, text: FixText): FixOffer {
  const { node } = port.written;
  const refused = (why: string): FixOffer => ({ title: text.title, refused: why });
  const inherited = refusalOf(port.at.via, 'the port');
  if (inherited !== undefined) return refused(inherited);
  if (port.text) {
    const replaced = withAddress(port.text, address, port.hostIp.kind !== 'absent');
    return replaced === undefined
      ? refused(BY_VARIABLE)
      : offer(text, change(document, setScalar(document, port.text.node, replaced), node.route));
  }
  if (node.kind !== 'map') return refused('the port is neither a text nor a mapping');
  const pair = node.get('host_ip');
  if (pair?.value.kind === 'scalar' && pair.value.text.includes('$')) return refused(BY_VARIABLE);
  const merged = refusalOf(pair?.via ?? pair?.value.via, '`host_ip`');
  return merged === undefined
    ? offer(text, change(document, setKey(document, node, 'host_ip', address), [...node.route, 'host_ip']))
    : refused(merged);
}
