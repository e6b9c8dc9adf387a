import type { Span } from '../core/span.ts';
import type { Route } from '../core/value.ts';
import type { YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq, YamlVia } from './node.ts';
import type { RawAlias, RawEntry, RawHome, RawMap, RawNode, RawScalar, RawSeq } from './raw.ts';

const NULLS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

function routeOf(home: RawHome): Route {
  const route: (string | number)[] = [];
  for (let at: RawHome = home; at.parent; at = at.parent) route.push(at.slot);
  return route.reverse();
}

abstract class View<R extends RawNode> {
  declare readonly anchor?: string;
  declare readonly tag?: string;
  declare readonly via?: YamlVia;
  protected readonly raw: R;

  constructor(raw: R, via: YamlVia | undefined) {
    this.raw = raw;
    if (raw.anchor !== undefined) this.anchor = raw.anchor;
    if (raw.tag !== undefined) this.tag = raw.tag;
    if (via) this.via = via;
  }

  get span(): Span {
    return this.raw.span;
  }

  get route(): Route {
    return routeOf(this.raw);
  }
}

class ScalarView extends View<RawScalar> implements YamlScalar {
  readonly kind = 'scalar';
  declare readonly template?: string;

  constructor(raw: RawScalar, via: YamlVia | undefined) {
    super(raw, via);
    if (raw.template !== undefined) this.template = raw.template;
  }

  get style(): YamlScalar['style'] {
    return this.raw.style;
  }

  get text(): string {
    return this.raw.text;
  }

  get isNull(): boolean {
    const { style, tag, template, text } = this.raw;
    return style === 'plain' && tag !== '!!str' && template === undefined && NULLS.has(text);
  }
}

class SeqView extends View<RawSeq> implements YamlSeq {
  readonly kind = 'seq';
  #items: readonly YamlNode[] | undefined;

  get flow(): boolean {
    return this.raw.flow;
  }

  get open(): boolean {
    return this.raw.open;
  }

  get items(): readonly YamlNode[] {
    this.#items ??= this.raw.items.map((item) => viewOf(item, this.via));
    return this.#items;
  }
}

class PairView implements YamlPair {
  declare readonly via?: YamlVia;
  readonly #entry: RawEntry;
  readonly #inherited: YamlVia | undefined;
  #keyNode: YamlScalar | undefined;
  #value: YamlNode | undefined;

  constructor(entry: RawEntry, inherited: YamlVia | undefined) {
    this.#entry = entry;
    this.#inherited = inherited;
  }

  get key(): string {
    return this.#entry.name;
  }

  get keyNode(): YamlScalar {
    this.#keyNode ??= keyView(this.#entry, this.#inherited);
    return this.#keyNode;
  }

  get value(): YamlNode {
    this.#value ??= viewOf(this.#entry.value, this.#inherited);
    return this.#value;
  }

  get span(): Span {
    const { key, value } = this.#entry;
    return { start: key.span.start, end: Math.max(key.span.end, value.span.end) };
  }
}

function keyView(entry: RawEntry, via: YamlVia | undefined): YamlScalar {
  const { key } = entry;
  if (key.kind === 'scalar') return new ScalarView(key, via);
  const { span, parent, slot, anchor, tag } = key;
  return new ScalarView(
    { kind: 'scalar', span, parent, slot, anchor, tag, style: 'plain', text: entry.name, template: undefined },
    via,
  );
}

/** A pair that a `<<` brings in. */
class MergedPair implements YamlPair {
  readonly via: YamlVia;
  readonly #pair: YamlPair;

  constructor(pair: YamlPair, via: YamlVia) {
    this.#pair = pair;
    this.via = via;
  }

  get key(): string {
    return this.#pair.key;
  }

  get keyNode(): YamlScalar {
    return this.#pair.keyNode;
  }

  get value(): YamlNode {
    return this.#pair.value;
  }

  get span(): Span {
    return this.#pair.span;
  }
}

interface Resolved {
  readonly index: ReadonlyMap<string, YamlPair>;
  readonly pairs: readonly YamlPair[];
  readonly duplicates: readonly YamlPair[];
  readonly merges: readonly YamlPair[];
}

class MapView extends View<RawMap> implements YamlMap {
  readonly kind = 'map';
  #resolved: Resolved | undefined;

  get flow(): boolean {
    return this.raw.flow;
  }

  get open(): boolean {
    return this.raw.open;
  }

  get pairs(): readonly YamlPair[] {
    return this.#resolve().pairs;
  }

  get duplicates(): readonly YamlPair[] {
    return this.#resolve().duplicates;
  }

  get merges(): readonly YamlPair[] {
    return this.#resolve().merges;
  }

  get(key: string): YamlPair | undefined {
    return this.#resolve().index.get(key);
  }

  #resolve(): Resolved {
    if (this.#resolved) return this.#resolved;
    const index = new Map<string, YamlPair>();
    const duplicates = new Set<YamlPair>();
    const merges: YamlPair[] = [];
    for (const entry of this.raw.entries) {
      const pair = new PairView(entry, this.via);
      if (entry.merge) {
        merges.push(pair);
        continue;
      }
      const earlier = index.get(pair.key);
      if (earlier) {
        duplicates.add(earlier).add(pair);
        index.delete(pair.key);
      }
      index.set(pair.key, pair);
    }
    for (const entry of this.raw.entries) if (entry.merge) this.#merge(entry, index);
    this.#resolved = { index, pairs: [...index.values()], duplicates: [...duplicates], merges };
    return this.#resolved;
  }

  /** Adds what a `<<` brings: a map, an alias of one, or a list of these, in which the earlier wins. */
  #merge(entry: RawEntry, index: Map<string, YamlPair>): void {
    const { value } = entry;
    const target = value.kind === 'alias' ? value.target : value;
    const sources = target?.kind === 'seq' ? target.items : [value];
    for (const source of sources) {
      const alias = source.kind === 'alias' ? source : value.kind === 'alias' ? value : undefined;
      const at = { span: (alias ?? entry.key).span, route: routeOf(alias ?? entry.value), key: entry.key.span };
      const via: YamlVia = { kind: 'merge', name: alias?.name ?? '<<', at };
      const body = source.kind === 'alias' ? source.target : source;
      if (body?.kind !== 'map') continue;
      for (const pair of new MapView(body, this.via ?? via).pairs) {
        if (!index.has(pair.key)) index.set(pair.key, new MergedPair(pair, via));
      }
    }
  }
}

function aliasVia(alias: RawAlias): YamlVia {
  return { kind: 'alias', name: alias.name, at: { span: alias.span, route: routeOf(alias) } };
}

/**
 * The node that others see for a raw one: aliases followed, `<<` resolved, both only when asked for. `via` is the outermost
 * alias or merge on the way in. Merge semantics: https://yaml.org/type/merge.html, as go-yaml (Compose, Kubernetes) has them.
 */
export function viewOf(raw: RawNode, via?: YamlVia): YamlNode {
  switch (raw.kind) {
    case 'scalar':
      return new ScalarView(raw, via);
    case 'seq':
      return new SeqView(raw, via);
    case 'map':
      return new MapView(raw, via);
    case 'alias': {
      if (raw.target) return viewOf(raw.target, via ?? aliasVia(raw));
      const name = `*${raw.name}`;
      const { span, parent, slot, anchor, tag } = raw;
      return new ScalarView(
        { kind: 'scalar', span, parent, slot, anchor, tag, style: 'plain', text: name, template: name },
        via ?? aliasVia(raw),
      );
    }
  }
}
