import type { At, Value } from '../../core/value.ts';
import { absent, dynamic, invalid, known, mapValue } from '../../core/value.ts';
import type { YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from '../../yaml/node.ts';
import { resolveScalar, substitutionIn } from './scalar.ts';

/** A list of the API. `open` when what it lacks can't be said: templated, of a wrong type, or left to a patched object. */
export interface List<T> {
  readonly items: readonly T[];
  readonly open: boolean;
  /** The sequence itself; absent when the key is missing or null. */
  readonly value: Value<YamlSeq>;
}

/** Where absences in a mapping are told, and whether something outside the text may fill them. */
export interface Home {
  /** The name of the thing that lacks a field. */
  readonly at: At;
  /** Set for patches and other partial objects: a missing field is set elsewhere, so it is `dynamic`, not `absent`. */
  readonly partial: boolean;
}

/** A node's place. `pair` is the pair whose value it is. */
export function atNode(node: YamlNode, pair?: YamlPair): At {
  const via = node.via ?? pair?.via;
  return { span: node.span, route: node.route, ...(pair && { key: pair.keyNode.span }), ...(via && { via }) };
}

/**
 * A mapping of the API as its fields are read: typed as the Kubernetes API decodes them, `null` the same as unset. Reading
 * from a mapping that is absent, dynamic or invalid gives fields that are so too.
 */
export class Mapping {
  readonly value: Value<YamlMap>;
  readonly home: Home;

  constructor(value: Value<YamlMap>, home: Home) {
    this.value = value;
    this.home = home;
  }

  /** The mapping written as `node`. */
  static of(node: YamlMap, home: Home): Mapping {
    return new Mapping(known(node, atNode(node)), home);
  }

  /** Whether the mapping is written, be it empty. */
  get present(): boolean {
    return this.value.kind === 'known';
  }

  get node(): YamlMap | undefined {
    return this.value.kind === 'known' ? this.value.value : undefined;
  }

  /** Keys as written, those merged by `<<` too. */
  get keys(): readonly string[] {
    return this.node?.pairs.map((pair) => pair.key) ?? [];
  }

  pair(key: string): YamlPair | undefined {
    return this.node?.get(key);
  }

  /** The field's node, whatever it is; null and missing are absent, or dynamic where a template or a patched object may set it. */
  field(key: string): Value<YamlNode> {
    const { value } = this;
    if (value.kind === 'absent') return this.home.partial ? dynamic('', this.home.at) : absent(this.home.at);
    if (value.kind !== 'known') return value;
    const pair = value.value.get(key);
    if (!pair) return value.value.open || this.home.partial ? dynamic('', this.home.at) : absent(this.home.at);
    const node = pair.value;
    const at = atNode(node, pair);
    if (node.kind !== 'scalar') return known(node, at);
    if (node.template !== undefined) return dynamic(node.template, at);
    return node.isNull ? absent(this.home.at) : known(node, at);
  }

  #scalar(key: string): Value<YamlScalar> {
    const field = this.field(key);
    if (field.kind !== 'known') return field;
    const node = field.value;
    return node.kind === 'scalar' ? known(node, field.at) : invalid(`\`${key}\` is a ${nameOf(node)}, not a scalar`, field.at);
  }

  boolean(key: string): Value<boolean> {
    return readAs(this.#scalar(key), (scalar) => {
      const resolved = resolveScalar(scalar);
      return resolved.type === 'boolean' ? { value: resolved.value } : `\`${scalar.text}\` is not a boolean`;
    });
  }

  /** An integer field; a quoted number is an error of the API, as is a fraction. */
  integer(key: string): Value<number> {
    return readAs(this.#scalar(key), (scalar) => {
      const resolved = resolveScalar(scalar);
      const whole = resolved.type === 'integer' || (resolved.type === 'float' && Number.isInteger(resolved.value));
      return whole ? { value: resolved.value } : `\`${scalar.text}\` is not an integer`;
    });
  }

  /** A string field; a plain scalar that YAML 1.1 reads as a boolean or a number is an error of the API. */
  string(key: string): Value<string> {
    return readAs(this.#scalar(key), stringOf);
  }

  /** A string in which `${…}` means nothing to whoever prepares the manifest: scripts, arguments. */
  script(key: string): Value<string> {
    return readAs(this.#scalar(key), stringOf, false);
  }

  /** A field that may be a number or a name: a port, a `maxSurge`. */
  intOrString(key: string): Value<number | string> {
    return readAs<number | string>(this.#scalar(key), (scalar) => {
      const resolved = resolveScalar(scalar);
      return resolved.type === 'integer' || resolved.type === 'string'
        ? { value: resolved.value }
        : `\`${scalar.text}\` is neither a number nor a name`;
    });
  }

  /** A nested mapping; its absences are told where this one's are. */
  mapping(key: string): Mapping {
    const field = this.field(key);
    if (field.kind !== 'known') return new Mapping(field, this.home);
    const node = field.value;
    return new Mapping(
      node.kind === 'map' ? known(node, field.at) : invalid(`\`${key}\` is a ${nameOf(node)}, not a mapping`, field.at),
      this.home,
    );
  }

  /** A nested sequence. */
  sequence(key: string): Value<YamlSeq> {
    const field = this.field(key);
    if (field.kind !== 'known') return field;
    const node = field.value;
    return node.kind === 'seq' ? known(node, field.at) : invalid(`\`${key}\` is a ${nameOf(node)}, not a list`, field.at);
  }

  /** A list of mappings; items of another kind are left out and make it open. */
  list<T>(key: string, read: (node: YamlMap, index: number) => T): List<T> {
    const value = this.sequence(key);
    if (value.kind !== 'known') return { items: [], open: value.kind !== 'absent', value };
    const maps = value.value.items.filter((item): item is YamlMap => item.kind === 'map');
    return { items: maps.map(read), open: value.value.open || maps.length < value.value.items.length, value };
  }

  /** A list of strings; `substituted: false` where `${…}` is the program's own, as in arguments. */
  strings(key: string, substituted = true): List<Value<string>> {
    const value = this.sequence(key);
    if (value.kind !== 'known') return { items: [], open: value.kind !== 'absent', value };
    const items = value.value.items.map((item) => readItem(item, substituted));
    return { items, open: value.value.open || items.some((item) => item.kind === 'dynamic'), value };
  }

  /** A list of integers. */
  integers(key: string): List<Value<number>> {
    const texts = this.sequence(key);
    if (texts.kind !== 'known') return { items: [], open: texts.kind !== 'absent', value: texts };
    const items = texts.value.items.map((item): Value<number> => {
      if (item.kind !== 'scalar') return invalid(`a ${nameOf(item)} is not an integer`, atNode(item));
      const resolved = resolveScalar(item);
      const substitution = substitutionIn(item);
      if (substitution !== undefined) return dynamic(substitution, atNode(item));
      return resolved.type === 'integer'
        ? known(resolved.value, atNode(item))
        : invalid(`\`${item.text}\` is not an integer`, atNode(item));
    });
    return { items, open: texts.value.open || items.some((item) => item.kind === 'dynamic'), value: texts };
  }

  /** A mapping of names to strings, such as labels: each entry with its value. */
  entries(): readonly { readonly key: string; readonly keyAt: At; readonly value: Value<string> }[] {
    return (this.node?.pairs ?? []).map((pair) => ({
      key: pair.key,
      keyAt: { span: pair.keyNode.span, route: pair.value.route, ...(pair.via && { via: pair.via }) },
      value: this.script(pair.key),
    }));
  }
}

function nameOf(node: YamlNode): string {
  return node.kind === 'map' ? 'mapping' : node.kind === 'seq' ? 'list' : 'scalar';
}

function stringOf(scalar: YamlScalar): { readonly value: string } | string {
  const resolved = resolveScalar(scalar);
  return resolved.type === 'string' ? { value: resolved.value } : `\`${scalar.text}\` is read as a ${resolved.type}: quote it`;
}

function readAs<T>(
  scalar: Value<YamlScalar>,
  read: (scalar: YamlScalar) => { readonly value: T } | string,
  substituted = true,
): Value<T> {
  if (scalar.kind !== 'known') return scalar;
  const substitution = substituted ? substitutionIn(scalar.value) : scalar.value.template;
  if (substitution !== undefined) return dynamic(substitution, scalar.at);
  const result = read(scalar.value);
  return typeof result === 'string' ? invalid(result, scalar.at) : mapValue(scalar, () => result.value);
}

function readItem(item: YamlNode, substituted: boolean): Value<string> {
  const at = atNode(item);
  if (item.kind !== 'scalar') return invalid(`a ${nameOf(item)} is not a string`, at);
  return readAs(known(item, at), stringOf, substituted);
}
