import type { Route } from '../../core/value.ts';
import type { YamlData, YamlEdit } from '../../yaml/edit.ts';
import { appendItem, homesOf, isRefused, removeItem, removePair, setKey, setScalar } from '../../yaml/edit.ts';
import type { YamlDocument, YamlMap, YamlNode } from '../../yaml/node.ts';
import type { EffectiveService } from '../model/service.ts';
import type { Alternative } from './change.ts';
import { change } from './change.ts';

/** What was to be done at a path below a service. */
export type Act =
  | { readonly kind: 'remove' }
  | { readonly kind: 'set'; readonly value: YamlData }
  | { readonly kind: 'append'; readonly items: readonly string[] };

/** Keys and indexes below a service: `['deploy', 'resources']`, `['ports', 0]`. */
export type Path = readonly [string, ...(string | number)[]];

/** Where an inherited value is written: how it came, and the node itself or the deepest map above it. */
interface Inherited {
  readonly kind: 'merge' | 'alias' | 'extends';
  readonly name: string;
  readonly node: YamlNode;
  /** What is missing below the node. */
  readonly rest: readonly (string | number)[];
  /** It is written in another file, which is not changed from here. */
  readonly isElsewhere: boolean;
}

function child(node: YamlNode, step: string | number): YamlNode | undefined {
  if (node.kind === 'map') return node.get(String(step))?.value;
  return node.kind === 'seq' ? node.items[Number(step)] : undefined;
}

function inherited(service: EffectiveService, [top, ...below]: Path): Inherited | undefined {
  const { last } = service.field(top);
  if (!last || last.via?.kind === 'file') return undefined;
  let way = last.via ?? service.node.get(top)?.via ?? last.node.via;
  let { node } = last;
  const rest = [...below];
  for (let next = rest[0]; next !== undefined; next = rest[0]) {
    const found = child(node, next);
    if (!found) break;
    way ??= (node.kind === 'map' ? node.get(String(next))?.via : undefined) ?? found.via;
    node = found;
    rest.shift();
  }
  if (way?.kind !== 'merge' && way?.kind !== 'alias' && way?.kind !== 'extends') return undefined;
  return { kind: way.kind, name: way.name, node, rest, isElsewhere: last.via?.file !== undefined };
}

/** The node of a route as it is written, not as an alias shows it. */
function written(document: YamlDocument, route: Route): YamlNode | undefined {
  const home = homesOf(document, route).at(-1);
  const node = home?.kind === 'pair' ? home.pair.value : home?.kind === 'item' ? home.seq.items[home.index] : undefined;
  return node?.via === undefined ? node : undefined;
}

function nested(keys: readonly (string | number)[], value: YamlData): YamlData {
  return keys.reduceRight<YamlData>((inner, key) => ({ [String(key)]: inner }), value);
}

/** The act done where the value is written, and the route of what it changes. */
function atSource(document: YamlDocument, { node, rest }: Inherited, act: Act): readonly [YamlEdit, Route] | undefined {
  const homes = homesOf(document, node.route);
  const home = homes.at(-1);
  if (!home || homes.length !== node.route.length) return undefined;
  if (act.kind === 'remove' && rest.length === 0) {
    return home.kind === 'pair'
      ? [removePair(document, home.map, home.pair.key), [...home.map.route, home.pair.key]]
      : [removeItem(document, home.seq, home.index), home.seq.route];
  }
  const own = written(document, node.route);
  if (!own) return undefined;
  if (act.kind === 'append') {
    const [item, ...more] = act.items;
    if (item === undefined || more.length > 0 || rest.length > 0 || own.kind === 'map') return undefined;
    return [appendItem(document, own, item), own.route];
  }
  if (act.kind !== 'set') return undefined;
  const [key, ...deeper] = rest;
  if (key !== undefined)
    return own.kind === 'map' ? [setKey(document, own, String(key), nested(deeper, act.value)), [...own.route, key]] : undefined;
  const { value } = act;
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return plain && own.kind === 'scalar' ? [setScalar(document, own, value), own.route] : undefined;
}

/** Whether a service hides what a `<<` brings it under a key: it would not get what is added at the anchor. */
function isHiddenSomewhere({ root }: YamlDocument, key: string): boolean {
  const services = root?.kind === 'map' ? root.get('services')?.value : undefined;
  if (services?.kind !== 'map') return false;
  return services.pairs.some(({ value }) => {
    if (value.kind !== 'map' || value.via || !value.pairs.some((pair) => pair.key === key && !pair.via)) return false;
    const bodies = value.merges.flatMap(({ value: body }) => (body.kind === 'seq' ? body.items : [body]));
    return bodies.some((body) => body.kind === 'map' && body.get(key) !== undefined);
  });
}

/** A node as data, to be written again: plain booleans and whole numbers stay what they are. */
function dataOf(node: YamlNode): YamlData {
  if (node.kind === 'map') return Object.fromEntries(node.pairs.map(({ key, value }) => [key, dataOf(value)]));
  if (node.kind === 'seq') return node.items.map(dataOf);
  if (node.isNull) return null;
  const { style, text } = node;
  if (style === 'plain' && /^(?:true|false)$/.test(text)) return text === 'true';
  return style === 'plain' && /^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
}

function transformed(data: YamlData | undefined, path: readonly (string | number)[], act: Act): YamlData | undefined {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (act.kind === 'set') return act.value;
    if (act.kind === 'append') return Array.isArray(data) ? [...data, ...act.items] : undefined;
    return undefined;
  }
  if (Array.isArray(data)) {
    const items = data as readonly YamlData[];
    return items.flatMap((item, i) => (i === step ? (transformed(item, rest, act) ?? []) : [item]));
  }
  if (data !== undefined && (typeof data !== 'object' || data === null)) return undefined;
  const { [String(step)]: before, ...others } = (data ?? {}) as { readonly [key: string]: YamlData };
  const after = transformed(before, rest, act);
  return after === undefined ? others : { ...others, [String(step)]: after };
}

/** What a key that is on is set to where it can't be left out. */
function switchedOff(node: YamlNode): YamlData | undefined {
  if (node.kind === 'seq') return [];
  return node.kind === 'scalar' && /^(?:true|yes|on|y)$/i.test(node.text) ? false : undefined;
}

/** The service's own key with the act done on a copy of what it inherits: its own key hides that of an anchor. */
function override(service: EffectiveService, [top, ...below]: Path, { kind, node }: Inherited, act: Act): YamlEdit | undefined {
  const own: YamlMap = service.node;
  const all = service.field(top).last?.node;
  if (own.via || own.get(top)?.value.tag !== undefined || !all) return undefined;
  // Lists of an extended service are added to, and what an alias stands for is no key of the service that could be set.
  if (own.pairs.some((pair) => pair.key === top && !pair.via) || (kind === 'extends' && node.kind !== 'scalar')) return undefined;
  if (kind === 'extends' && below.length > 0 && act.kind !== 'set') return undefined;
  const data =
    act.kind === 'remove' && below.length === 0
      ? switchedOff(all)
      : transformed(kind === 'extends' ? undefined : dataOf(all), below, act);
  return data === undefined ? undefined : setKey(service.document, own, top, data);
}

/**
 * What can be done about a value that a service inherits from an anchor or from a service that it extends: change it where it is written,
 * if that is in this file, or give the service a value of its own. Empty where it is written in the service itself.
 */
export function alternativesTo(service: EffectiveService, path: Path, act: Act): readonly Alternative[] {
  const { document, node } = service;
  const from = inherited(service, path);
  if (!from) return [];
  const found: Alternative[] = [];
  const add = (where: string, edit: YamlEdit | undefined, route: Route, alone: boolean): void => {
    if (!edit || isRefused(edit) || edit.length === 0) return;
    const done = change(document, edit, route);
    if (!('refused' in done)) found.push({ where, change: done, alone });
  };
  const skipped = act.kind === 'append' && from.kind === 'merge' && isHiddenSomewhere(document, path[0]);
  const source = skipped || from.isElsewhere ? undefined : atSource(document, from, act);
  if (source) add(from.kind === 'extends' ? `in service \`${from.name}\`` : `at the anchor \`${from.name}\``, ...source, false);
  add(`for service \`${service.name}\` only`, override(service, path, from, act), [...node.route, path[0]], true);
  return found;
}

/** The node at a path below a service, as it takes effect. */
export function nodeBelow(service: EffectiveService, [top, ...below]: Path): YamlNode | undefined {
  let node = service.field(top).last?.node;
  for (const step of below) node = node && child(node, step);
  return node;
}

/** The path below a service of what stands at a span, looked for in what it inherits as well. */
export function pathTo(service: EffectiveService, wanted: { readonly start: number; readonly end: number }): Path | undefined {
  const search = (node: YamlNode, path: readonly (string | number)[]): readonly (string | number)[] | undefined => {
    if (node.span.start === wanted.start && node.span.end === wanted.end) return path;
    if (node.span.start > wanted.start || wanted.end > node.span.end) return undefined;
    const children =
      node.kind === 'map'
        ? node.pairs.map(({ key, value }) => [key, value] as const)
        : node.kind === 'seq'
          ? [...node.items.entries()]
          : [];
    for (const [step, value] of children) {
      const found = search(value, [...path, step]);
      if (found) return found;
    }
    return undefined;
  };
  const tops = new Set([...service.node.pairs.map(({ key }) => key), ...(service.extends ? INHERITED : [])]);
  for (const top of tops) {
    const { last } = service.field(top);
    const found = last && last.via?.file === undefined ? search(last.node, [top]) : undefined;
    if (found) return found as Path;
  }
  return undefined;
}

/** Keys that an extended service may bring and that fixes change by place. */
const INHERITED: readonly string[] = [
  ...['image', 'command', 'entrypoint', 'environment', 'ports', 'volumes', 'devices', 'tmpfs', 'cap_add', 'security_opt'],
  ...['secrets', 'configs', 'build', 'deploy', 'logging', 'healthcheck', 'sysctls', 'ulimits', 'group_add', 'labels'],
];
