import type { FixOffer } from '../../core/finding.ts';
import { contains } from '../../core/span.ts';
import type { At } from '../../core/value.ts';
import type { YamlData, YamlEdit } from '../../yaml/edit.ts';
import { removeItem, removePair, setKey, setScalar } from '../../yaml/edit.ts';
import type { YamlMap, YamlNode } from '../../yaml/node.ts';
import type { Change, FixText } from '../edit.ts';
import { byVariable, change, offer, refusalOf, refusedChange, removeServiceItem } from '../edit.ts';
import type { KeyValue } from '../model/key-values.ts';
import type { EffectiveService } from '../model/service.ts';
import { pathTo } from './alternatives.ts';

/** Whether Compose fills in a part of a text. */
function hasVariable(text: string): boolean {
  return text.replaceAll('$$', '').includes('$');
}

/** Data with one key below the other: `['limits', 'cpus'], 1` → `{limits: {cpus: 1}}`. */
function nested(keys: readonly string[], value: YamlData): YamlData {
  return keys.reduceRight<YamlData>((inner, key) => ({ [key]: inner }), value);
}

/** Sets a property below a service, what is missing on the way to it included: `['deploy', 'resources', 'limits', 'pids'], 200`. */
export function setPath(service: EffectiveService, path: readonly [string, ...string[]], value: YamlData): Change {
  const { document } = service;
  let map: YamlMap = service.node;
  const refused = refusalOf(map.via, 'the service');
  if (refused !== undefined) return { refused };
  for (const [i, key] of path.entries()) {
    const pair = map.get(key);
    const inherited = pair && refusalOf(pair.via ?? pair.value.via, `\`${key}\``);
    if (inherited !== undefined) return refusedChange(service, inherited, path, { kind: 'set', value });
    if (pair?.value.tag !== undefined) return { refused: `\`${key}\` has the tag \`${pair.value.tag}\`` };
    if (i < path.length - 1 && pair?.value.kind === 'map') {
      map = pair.value;
      continue;
    }
    if (pair?.value.kind === 'scalar' && hasVariable(pair.value.text)) {
      const plain = typeof value === 'object' ? undefined : value;
      return byVariable(document, pair.value, i === path.length - 1 ? plain : undefined);
    }
    return change(document, setKey(document, map, key, nested(path.slice(i + 1), value)), [...map.route, key]);
  }
  return { refused: 'there is nothing to set' };
}

/** `user` → `user: "1000:1000"`, set or replaced; further keys make a path. */
export function setServicePath(
  service: EffectiveService,
  path: readonly [string, ...string[]],
  value: YamlData,
  text: FixText,
): FixOffer {
  return offer(text, setPath(service, path, value));
}

/** Who else writes what a path leads to: an extended service, or another file of the project. */
function otherWriter(service: EffectiveService, [top, ...rest]: readonly [string, ...string[]]): string | undefined {
  let field = service.field(top);
  for (const key of rest) {
    // Items of a list may mean the same key.
    if (field.written.some(({ node }) => node.kind === 'seq')) break;
    field = field.child(key);
  }
  if (field.written.length < 2) return undefined;
  const file = field.written.find(({ via }) => via?.file !== undefined)?.via?.file;
  return file === undefined ? 'an extended service' : `\`${file}\``;
}

/** `['logging', 'driver']` → nothing, and `logging` with it when nothing else is in there. Refused when it would come from elsewhere. */
export function removeServicePath(service: EffectiveService, path: readonly [string, ...string[]], text: FixText): FixOffer {
  const { document } = service;
  const refused = (why: string): FixOffer => ({ title: text.title, refused: why });
  const [top] = path;
  const other = otherWriter(service, path);
  if (other !== undefined) return refused(`without it, \`${path.at(-1)}\` would come from ${other}`);
  let map: YamlMap = service.node;
  for (const [i, key] of path.entries()) {
    const pair = map.get(key);
    const inherited = refusalOf(pair ? (pair.via ?? pair.value.via) : service.field(top).at.via, `\`${key}\``);
    if (inherited !== undefined) return offer(text, refusedChange(service, inherited, path, { kind: 'remove' }));
    if (i < path.length - 1 && pair?.value.kind === 'map') {
      map = pair.value;
      continue;
    }
    if (!pair || i < path.length - 1) return refused(`\`${key}\` is not written in this service`);
    return offer(text, change(document, removePair(document, map, key, { whenEmpty: 'parent' }), [...service.node.route, top]));
  }
  return refused('there is nothing to remove');
}

/** An entry of `environment`, `sysctls` …, in list or mapping syntax → nothing. */
export function removeEntry(service: EffectiveService, key: string, entry: KeyValue, name: string, text: FixText): FixOffer {
  return entry.syntax === 'list' ? removeServiceItem(service, entry.at, text) : removeServicePath(service, [key, name], text);
}

/** Where in the service's own part of the file a value stands, and what can be done there. */
interface OwnPlace {
  readonly top: string;
  readonly node: YamlNode;
  readonly remove: () => YamlEdit;
}

/** Finds the value of a place below a service by its span; values that come through an anchor are not looked into. */
function ownPlace(service: EffectiveService, at: At): OwnPlace | undefined {
  const { document } = service;
  const same = ({ span }: YamlNode): boolean => span.start === at.span.start && span.end === at.span.end;
  const options = { whenEmpty: 'parent' } as const;
  const search = (node: YamlNode, top: string): OwnPlace | undefined => {
    if (node.via) return undefined;
    if (node.kind === 'seq') {
      for (const [i, item] of node.items.entries()) {
        if (same(item) && !item.via) return { top, node: item, remove: () => removeItem(document, node, i, options) };
        const found = contains(item.span, at.span) ? search(item, top) : undefined;
        if (found) return found;
      }
    } else if (node.kind === 'map') {
      for (const { key, value, via } of node.pairs) {
        if (via || value.via) continue;
        const below = top === '' ? key : top;
        if (same(value)) return { top: below, node: value, remove: () => removePair(document, node, key, options) };
        const found = contains(value.span, at.span) ? search(value, below) : undefined;
        if (found) return found;
      }
    }
    return undefined;
  };
  return search(service.node, '');
}

/** Why a place can't be changed in this service; the place itself when it can. */
function changeable(service: EffectiveService, at: At): OwnPlace | string {
  const refused = refusalOf(at.via, 'the value');
  if (refused !== undefined) return refused;
  return ownPlace(service, at) ?? 'the value is not written in this service';
}

/** The value at a place below a service → nothing: its pair or item, and what is empty without it. */
export function removeAt(service: EffectiveService, at: At, text: FixText): FixOffer {
  const place = changeable(service, at);
  if (typeof place === 'string') return offer(text, refusedChange(service, place, pathTo(service, at.span), { kind: 'remove' }));
  if (service.field(place.top).written.length > 1)
    return { title: text.title, refused: `\`${place.top}\` is written in an extended service too` };
  return offer(text, change(service.document, place.remove(), [...service.node.route, place.top]));
}

/** The single value at a place below a service → another one. Refused when a variable gives it. */
export function setAt(service: EffectiveService, at: At, value: string | number | boolean, text: FixText): FixOffer {
  const place = changeable(service, at);
  if (typeof place === 'string')
    return offer(text, refusedChange(service, place, pathTo(service, at.span), { kind: 'set', value }));
  if (place.node.kind !== 'scalar') return { title: text.title, refused: 'it is not a single value' };
  if (hasVariable(place.node.text)) return offer(text, byVariable(service.document, place.node, value));
  return offer(text, change(service.document, setScalar(service.document, place.node, value), place.node.route));
}
