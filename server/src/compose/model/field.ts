import type { At, Value } from '../../core/value.ts';
import { absent, dynamic, invalid } from '../../core/value.ts';
import { rebased } from './paths.ts';
import { parseBoolean, parseByteCount, parseDecimal, parseDuration, parseInteger } from './scalars.ts';
import type { ScalarText, Scope, Written } from './text.ts';
import { atOf, inside, parsed, scalarText, textOf } from './text.ts';

/** The items of a list, those of extended services first. */
export interface ItemList<T> {
  readonly items: readonly T[];
  /** True when items may be there that are not seen: a variable in place of one, another file, a templated line. */
  readonly open: boolean;
  /** Whether the list is written at all; an empty one is. */
  readonly present: boolean;
  /** The list, or the name of what lacks it. */
  readonly at: At;
}

/**
 * Drops what Compose's tags drop: `!reset` removes the value and all that it would be merged with, `!override` only the latter
 * (Compose spec, "Merge": "Reset value", "Replace value").
 */
function withoutReset(layers: readonly Written[]): readonly Written[] {
  if (!layers.some(({ node }) => node.tag === '!reset' || node.tag === '!override')) return layers;
  let kept: Written[] = [];
  for (const layer of layers) {
    if (layer.node.tag === '!reset') kept = [];
    else kept = layer.node.tag === '!override' ? [layer] : [...kept, layer];
  }
  return kept;
}

/**
 * All that is written for one property: by a service and, before that, by those that it extends. Reads it as the types that
 * Compose knows and merges as Compose does (Compose spec, "Merge"): the last single value wins, lists are appended, mappings
 * merged by key.
 */
export class Field {
  /** In the order of merging: the extended service first. */
  readonly written: readonly Written[];
  readonly scope: Scope;
  /** Where to point when nothing is written. */
  readonly owner: At;
  /** True when it may also be written where we don't see it; then nothing is ever absent. */
  readonly open: boolean;

  constructor(written: readonly Written[], scope: Scope, owner: At, open: boolean) {
    this.written = withoutReset(written);
    this.scope = scope;
    this.owner = owner;
    this.open = open;
  }

  /** The property `key` of this mapping. When missing, it points to `owner`. */
  child(key: string, owner: At = this.at): Field {
    const found: Written[] = [];
    let open = this.open;
    for (const layer of this.written) {
      const { node } = layer;
      if (node.kind !== 'map') {
        if (node.kind === 'scalar' && node.template !== undefined) open = true;
        continue;
      }
      if (node.open) open = true;
      const pair = node.get(key);
      if (pair) found.push(inside(layer, pair.value, pair.keyNode));
    }
    return new Field(found, this.scope, owner, open);
  }

  /** The properties of this mapping by name, in the order in which they first appear. */
  children(): ReadonlyMap<string, Field> {
    const names = new Set<string>();
    for (const { node } of this.written) if (node.kind === 'map') for (const pair of node.pairs) names.add(pair.key);
    return new Map([...names].map((name) => [name, this.child(name)]));
  }

  /** The same property with some of its layers, for what is merged in a way of its own. */
  of(written: readonly Written[]): Field {
    return new Field(written, this.scope, this.owner, this.open);
  }

  /** The node that wins, for properties that are not merged. */
  get last(): Written | undefined {
    return this.written.at(-1);
  }

  get present(): boolean {
    return this.written.length > 0;
  }

  get at(): At {
    return this.last ? atOf(this.last) : this.owner;
  }

  /** Place of the key it stands under, or of what lacks it. */
  get keyAt(): At {
    const key = this.last?.key;
    return key ? { ...this.at, span: key.span } : this.at;
  }

  #missing<T>(): Value<T> {
    return this.open ? dynamic('', this.owner) : absent(this.owner);
  }

  text(): Value<string> {
    return this.last ? textOf(this.last, this.scope) : this.#missing();
  }

  /** A path, from the folder of the judged file on: what another file says is relative to that one's folder. */
  path(): Value<string> {
    return rebased(this.text(), this.last?.scope ?? this.scope);
  }

  /** The last scalar with its variables, to be read in parts. */
  scalar(): ScalarText | undefined {
    return this.last && scalarText(this.last, this.scope);
  }

  flag(): Value<boolean> {
    return parsed(this.text(), parseBoolean, 'a boolean');
  }

  integer(): Value<number> {
    return parsed(this.text(), parseInteger, 'a whole number');
  }

  decimal(): Value<number> {
    return parsed(this.text(), parseDecimal, 'a number');
  }

  /** In bytes. */
  size(): Value<number> {
    return parsed(this.text(), parseByteCount, 'a size in bytes');
  }

  /** In milliseconds. */
  duration(): Value<number> {
    return parsed(this.text(), parseDuration, 'a duration');
  }

  /**
   * Items of a list, or the single value that stands for a list of one. With `key`, an item replaces an earlier service's item of
   * the same key (compose-go `EnforceUnicity`).
   */
  items<T>(read: (item: Written, scope: Scope) => T, key?: (item: T) => string | undefined): ItemList<T> {
    const items: T[] = [];
    const places = new Map<string, number>();
    let open = this.open;
    for (const layer of this.written) {
      const { node } = layer;
      const nodes = node.kind === 'seq' ? node.items : node.kind === 'scalar' && !node.isNull ? [node] : [];
      if (node.kind === 'seq' ? node.open : node.kind === 'scalar' && node.template !== undefined) open = true;
      const before = items.length;
      for (const item of nodes) {
        if (item.tag === '!reset') continue;
        const value = read(inside(layer, item, item === node ? layer.key : undefined), layer.scope ?? this.scope);
        const id = this.written.length > 1 ? key?.(value) : undefined;
        const earlier = id === undefined ? undefined : places.get(id);
        if (id !== undefined && earlier !== undefined && earlier < before) items[earlier] = value;
        else {
          if (id !== undefined) places.set(id, items.length);
          items.push(value);
        }
      }
    }
    return { items, open, present: this.present, at: this.at };
  }

  /** A list of texts; one that only run time knows leaves the list open. */
  strings(): ItemList<Value<string>> {
    const list = this.items(textOf, (value) => (value.kind === 'known' ? value.value : undefined));
    return list.items.some((item) => item.kind === 'dynamic') ? { ...list, open: true } : list;
  }

  /** What stands here although a mapping is asked for; undefined when all is well. */
  wrongKind(expected: 'map' | 'seq'): Value<never> | undefined {
    const { last } = this;
    if (!last || last.node.kind === expected || (last.node.kind === 'scalar' && last.node.isNull)) return undefined;
    return invalid(`is not a ${expected === 'map' ? 'mapping' : 'list'}`, atOf(last));
  }
}
