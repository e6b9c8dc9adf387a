import fc from 'fast-check';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import { isRefused, type YamlData, type YamlEdit } from '../../../server/src/yaml/edit.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlScalar, YamlSeq } from '../../../server/src/yaml/node.ts';
import { parseYamlSlice } from '../../../server/src/yaml/parse.ts';

export type Plain = string | null | Plain[] | { [key: string]: Plain };

/** The data of a node with every scalar as text, aliases and merges followed. */
export function plain(node: YamlNode | undefined): Plain {
  if (!node) return null;
  if (node.kind === 'scalar') return node.isNull ? null : node.text;
  if (node.kind === 'seq') return node.items.map(plain);
  return Object.fromEntries(node.pairs.map((pair) => [pair.key, plain(pair.value)]));
}

export function asPlain(data: YamlData): Plain {
  if (Array.isArray(data)) return data.map(asPlain);
  if (typeof data === 'object' && data !== null) return Object.fromEntries(Object.entries(data).map(([k, v]) => [k, asPlain(v)]));
  return data === null ? null : String(data);
}

/** The node at a route such as `services.web.ports.0`. */
export function at(document: YamlDocument, route: string): YamlNode {
  let node = document.root;
  for (const slot of route === '' ? [] : route.split('.')) {
    if (node?.kind === 'map') node = node.get(slot)?.value;
    else if (node?.kind === 'seq') node = node.items[Number(slot)];
    else node = undefined;
  }
  if (!node) throw new Error(`nothing at ${route}`);
  return node;
}

export function mapAt(document: YamlDocument, route: string): YamlMap {
  const node = at(document, route);
  if (node.kind !== 'map') throw new Error(`no map at ${route}`);
  return node;
}

export function seqAt(document: YamlDocument, route: string): YamlSeq {
  const node = at(document, route);
  if (node.kind !== 'seq') throw new Error(`no list at ${route}`);
  return node;
}

export function scalarAt(document: YamlDocument, route: string): YamlScalar {
  const node = at(document, route);
  if (node.kind !== 'scalar') throw new Error(`no scalar at ${route}`);
  return node;
}

/** The text after an operation, or `refused: …`. */
export function after(text: string, operation: (document: YamlDocument) => YamlEdit): string {
  const edit = operation(parseYamlSlice(text));
  return isRefused(edit) ? `refused: ${edit.refused}` : applyEdits(text, edit);
}

interface Look {
  readonly width: number;
  readonly dash: number;
  readonly eol: string;
  readonly finalNewline: boolean;
  readonly choices: readonly number[];
}

/** Writes data as YAML in a look that its choices decide: flow or block, quotes, comments, blank lines. */
class Writer {
  #next = 0;
  #comments = 0;
  readonly #look: Look;

  constructor(look: Look) {
    this.#look = look;
  }

  #choose(n: number): number {
    const { choices } = this.#look;
    return (choices[this.#next++ % choices.length] ?? 0) % n;
  }

  scalar(value: string | null, flow: boolean): string {
    if (value === null) return flow ? 'null' : (['', 'null', '~'][this.#choose(3)] ?? '');
    if (!flow && this.#choose(12) === 0) return '';
    const style = this.#choose(3);
    return style === 0 ? value : style === 1 ? `"${value}"` : `'${value}'`;
  }

  flow(data: Plain): string {
    const trail = this.#choose(6) === 0 ? ',' : '';
    const pad = this.#choose(3) === 0 ? ' ' : '';
    if (data === null || typeof data === 'string') return this.scalar(data, true);
    if (Array.isArray(data))
      return data.length === 0 ? '[]' : `[${pad}${data.map((d) => this.flow(d)).join(', ')}${trail}${pad}]`;
    const pairs = Object.entries(data).map(([k, v]) => `${k}: ${this.flow(v)}`);
    return pairs.length === 0 ? '{}' : `{${pad}${pairs.join(', ')}${trail}${pad}}`;
  }

  /** A flow collection over several lines, deeper than `column`. */
  longFlow(data: Plain[] | { [key: string]: Plain }, column: number): string {
    const parts = Array.isArray(data)
      ? data.map((d) => this.flow(d))
      : Object.entries(data).map(([k, v]) => `${k}: ${this.flow(v)}`);
    const [open, close] = Array.isArray(data) ? '[]' : '{}';
    const pad = ' '.repeat(column + 2);
    const lines = parts.map((part, i) => `${pad}${part}${i < parts.length - 1 || this.#choose(2) ? ',' : ''}${this.comment()}`);
    return [open, ...lines, `${' '.repeat(column + 1)}${close}`].join(this.#look.eol);
  }

  comment(): string {
    return this.#choose(5) === 0 ? ` # c${this.#comments++}` : '';
  }

  above(column: number): string {
    const pick = this.#choose(8);
    if (pick === 0) return `${' '.repeat(column)}# c${this.#comments++}${this.#look.eol}`;
    return pick === 1 ? this.#look.eol : '';
  }

  /** What follows `key:` or `-`, line ending included; nested lines stand in `column` or deeper. */
  value(data: Plain, column: number, inSeq: boolean): string {
    const { eol } = this.#look;
    const blank = (text: string): string => (text === '' ? '' : ` ${text}`);
    if (data === null) return `${blank(this.scalar(null, false))}${this.comment()}${eol}`;
    if (typeof data === 'string') {
      if (this.#choose(8) === 0) return ` |${this.#choose(2) ? '-' : ''}${eol}${' '.repeat(column + 2)}${data}${eol}`;
      return `${blank(`"${data}"`)}${this.comment()}${eol}`;
    }
    const size = Array.isArray(data) ? data.length : Object.keys(data).length;
    if (size === 0 || this.#choose(4) === 0) return ` ${this.flow(data)}${this.comment()}${eol}`;
    if (this.#choose(6) === 0) return ` ${this.longFlow(data, column)}${this.comment()}${eol}`;
    if (inSeq) return ` ${this.block(data, column + 2).trimStart()}`;
    const deeper = column + (Array.isArray(data) ? this.#look.dash : this.#look.width);
    return `${this.comment()}${eol}${this.block(data, deeper)}`;
  }

  block(data: Plain[] | { [key: string]: Plain }, column: number): string {
    const pad = ' '.repeat(column);
    if (Array.isArray(data)) {
      return data.map((d, i) => `${i > 0 ? this.above(column) : ''}${pad}-${this.value(d, column, true)}`).join('');
    }
    return Object.entries(data)
      .map(([k, v], i) => `${i > 0 ? this.above(column) : ''}${pad}${k}:${this.value(v, column, false)}`)
      .join('');
  }
}

/** Renders a map in a look; null when the result has no final newline although it needs one. */
export function write(data: { [key: string]: Plain }, look: Look): string {
  const text = new Writer(look).block(data, 0);
  return look.finalNewline ? text : text.replace(/\r?\n$/, '');
}

const key = fc.constantFrom('a', 'b', 'image', 'ports', 'x-y', 'k8s.io/name', 'web');
const word = fc.constantFrom('v', 'true', '80', '127.0.0.1', 'a b', 'it', 'nginx:1', '/etc', 'ALL');

const { tree } = fc.letrec<{ tree: Plain; leaf: Plain }>((tie) => ({
  leaf: fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: fc.constant(null) }),
  tree: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

/** YAML texts of many looks whose root is a map with keys. */
export const yamlText: fc.Arbitrary<string> = fc
  .record({
    data: fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
    look: fc.record({
      width: fc.constantFrom(2, 4),
      dash: fc.constantFrom(0, 2),
      eol: fc.constantFrom('\n', '\r\n'),
      finalNewline: fc.boolean(),
      choices: fc.array(fc.nat(1000), { minLength: 5, maxLength: 60 }),
    }),
  })
  .map(({ data, look }) => write(data, look));

/** All nodes of a document, the root first. */
export function nodesOf(node: YamlNode | undefined): YamlNode[] {
  if (!node) return [];
  if (node.kind === 'map') return [node, ...node.pairs.flatMap((pair) => nodesOf(pair.value))];
  return node.kind === 'seq' ? [node, ...node.items.flatMap(nodesOf)] : [node];
}

/** The data with what stands at a route replaced by `change` of it; `undefined` drops it from its collection. */
export function changed(
  data: Plain,
  route: readonly (string | number)[],
  change: (old: Plain) => Plain | undefined,
): Plain | undefined {
  const [slot, ...rest] = route;
  if (slot === undefined) return change(data);
  if (Array.isArray(data))
    return data.flatMap((d, i) => (i === slot ? [changed(d, rest, change)].filter((v): v is Plain => v !== undefined) : [d]));
  if (typeof data !== 'object' || data === null) throw new Error('no collection on the route');
  return Object.fromEntries(
    Object.entries(data).flatMap(([k, v]) => {
      const value = k === slot ? changed(v, rest, change) : v;
      return value === undefined ? [] : [[k, value]];
    }),
  );
}
