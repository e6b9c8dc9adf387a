import type { FixOffer } from '../core/finding.ts';
import type { Span } from '../core/span.ts';
import { contains } from '../core/span.ts';
import type { TextEdit } from '../core/text-edit.ts';
import type { At } from '../core/value.ts';
import type { YamlEdit } from '../yaml/edit.ts';
import { appendItem, isRefused, removeItem, removePair, setKey, setScalar } from '../yaml/edit.ts';
import type { YamlDocument, YamlMap, YamlScalar, YamlSeq } from '../yaml/node.ts';
import type { Act, Path } from './edit/alternatives.ts';
import { alternativesTo, pathTo } from './edit/alternatives.ts';
import type { Alternative, Change, FixText } from './edit/change.ts';
import { change, offer, refusalOf } from './edit/change.ts';
import type { PortMapping } from './model/ports.ts';
import type { EffectiveService } from './model/service.ts';
import { splitAt } from './model/split.ts';
import type { ScalarText } from './model/text.ts';

export { type Change, change, type FixText, offer, refusalOf } from './edit/change.ts';

/** A refused change of what a service inherits, with what can be done instead. */
export function refusedChange(service: EffectiveService, refused: string, path: Path | undefined, act: Act): Change {
  const alternatives = path === undefined ? [] : alternativesTo(service, path, act);
  return { refused, ...(alternatives.length > 0 && { alternatives }) };
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
  const refused = pair
    ? refusalOf(pair.via ?? pair.keyNode.via, what)
    : (refusalOf(service.field(key).at.via, what) ?? `${what} is not written in this service`);
  if (!pair || refused !== undefined) return offer(text, refusedChange(service, refused ?? '', [key], { kind: 'remove' }));
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

/** Refused, as a variable gives the value; with the value itself in the variable's place instead. */
export function byVariable(document: YamlDocument, node: YamlScalar, value: string | number | boolean | undefined): Change {
  const refused = 'the value comes from a variable: set it there';
  const instead = value === undefined ? undefined : change(document, setScalar(document, node, value), node.route);
  if (!instead || 'refused' in instead) return { refused };
  const alternative: Alternative = {
    where: 'in place of the variable',
    change: instead,
    alone: false,
    caution: 'The variable no longer has a say.',
  };
  return { refused, alternatives: [alternative] };
}

/** An item of one of the service's lists → nothing; the key goes with the last item. */
export function removeServiceItem(service: EffectiveService, at: At, text: FixText): FixOffer {
  const found = ownItem(service, at);
  const refused = refusalOf(at.via, 'the entry') ?? (found ? undefined : 'the entry is not an item of a list of this service');
  if (!found || refused !== undefined)
    return offer(text, refusedChange(service, refused ?? '', pathTo(service, at.span), { kind: 'remove' }));
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
  if (node?.kind !== 'scalar' || refused !== undefined)
    return offer(text, refusedChange(service, refused ?? '', pathTo(service, at.span), { kind: 'set', value: item }));
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
  if (refused !== undefined) return refusedChange(service, refused, [key], { kind: 'append', items });
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

/** A text whose address a variable holds, with one that is written: `${BIND}:80:80` → `127.0.0.1:80:80`; undefined when the variable may hold more. */
function withoutVariable({ raw, template }: ScalarText, address: string): string | undefined {
  const variables: readonly Span[] = template.pieces.filter((piece) => piece.kind === 'variable').map((piece) => piece.span);
  const ports = splitAt(raw.slice(0, splitAt(raw, '/', variables)[0]?.end), ':', variables);
  const published = ports.length === 3 ? ports[1] : undefined;
  return published && `${address.includes(':') ? `[${address}]` : address}:${raw.slice(published.start)}`;
}

/** Binds a port to an address, in its own syntax: `- 80:80` → `- "127.0.0.1:80:80"`, `target: 80` gets `host_ip: 127.0.0.1`. */
export function setPortAddress(service: EffectiveService, port: PortMapping, address: string, text: FixText): FixOffer {
  const { document } = service;
  const { node } = port.written;
  const replaced = port.text && withAddress(port.text, address, port.hostIp.kind !== 'absent');
  const inherited = refusalOf(port.at.via, 'the port');
  if (inherited !== undefined) {
    const path = pathTo(service, node.span);
    const value = port.text ? replaced : address;
    if (!path || value === undefined) return { title: text.title, refused: inherited };
    return offer(text, refusedChange(service, inherited, port.text ? path : [...path, 'host_ip'], { kind: 'set', value }));
  }
  if (port.text) {
    if (replaced !== undefined) return offer(text, change(document, setScalar(document, port.text.node, replaced), node.route));
    const literal = withoutVariable(port.text, address);
    return offer(text, byVariable(document, port.text.node, literal));
  }
  if (node.kind !== 'map') return { title: text.title, refused: 'the port is neither a text nor a mapping' };
  const pair = node.get('host_ip');
  if (pair?.value.kind === 'scalar' && pair.value.text.includes('$'))
    return offer(text, byVariable(document, pair.value, address));
  const merged = refusalOf(pair?.via ?? pair?.value.via, '`host_ip`');
  return merged === undefined
    ? offer(text, change(document, setKey(document, node, 'host_ip', address), [...node.route, 'host_ip']))
    : { title: text.title, refused: merged };
}
