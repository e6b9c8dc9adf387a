import type { Span } from '../../core/span.ts';
import { span } from '../../core/span.ts';
import type { At, Value } from '../../core/value.ts';
import { absent, valueOf } from '../../core/value.ts';
import type { Field, ItemList } from './field.ts';
import { splitOnce } from './split.ts';
import type { ScalarText, Scope, Written } from './text.ts';
import { atOf, inside, scalarText, textOf } from './text.ts';

/** One `key: value` of a mapping, or one `key=value` of a list: both syntaxes mean the same. */
export interface KeyValue {
  readonly syntax: 'map' | 'list';
  readonly name: Value<string>;
  /** Absent when only the key is given (`KEY` in a list, `KEY:` in a mapping). */
  readonly value: Value<string>;
  /** The pair's value node, or the list item. */
  readonly at: At;
  /** The scalar that holds the value, and where in its text the value stands: for what has to see the variables. */
  readonly source?: { readonly text: ScalarText; readonly part: Span };
}

/** Entries of a "list or mapping" property, the last one of a name only. */
export interface KeyValues extends ItemList<KeyValue> {
  get(name: string): KeyValue | undefined;
}

function fromPair(pair: Written, scope: Scope): KeyValue {
  const name = pair.key ? textOf(inside(pair, pair.key), scope) : absent<string>(atOf(pair));
  const text = scalarText(pair, scope);
  return {
    syntax: 'map',
    // Compose does not interpolate keys.
    name: name.kind === 'dynamic' && pair.key ? { kind: 'known', value: pair.key.text, at: name.at } : name,
    value: textOf(pair, scope),
    at: atOf(pair),
    ...(text && { source: { text, part: span(0, text.raw.length) } }),
  };
}

function fromItem(item: Written, scope: Scope, separators: string): KeyValue {
  const text = scalarText(item, scope);
  const at = atOf(item);
  if (!text) return { syntax: 'list', name: textOf(item, scope), value: absent(at), at };
  const [name, value] = text.parts((raw, opaque) => splitOnce(raw, separators, opaque));
  const part = splitOnce(
    text.raw,
    separators,
    text.template.pieces.filter((p) => p.kind === 'variable').map((p) => p.span),
  )[1];
  return { syntax: 'list', name: name ?? absent(at), value: value ?? absent(at), at, ...(part && { source: { text, part } }) };
}

/**
 * Reads `environment`, `labels`, `sysctls`, `args` … in list or mapping syntax, layers merged by name (Compose spec, "Merge";
 * compose-go `mergeToSequence`).
 */
export function readKeyValues(field: Field, separators = '='): KeyValues {
  const byName = new Map<string, KeyValue>();
  const unnamed: KeyValue[] = [];
  let open = field.open;
  const add = (entry: KeyValue): void => {
    const name = valueOf(entry.name);
    if (name !== undefined) byName.set(name, entry);
    else {
      unnamed.push(entry);
      if (entry.name.kind === 'dynamic') open = true;
    }
  };
  for (const layer of field.written) {
    const { node } = layer;
    if (node.kind === 'map') {
      if (node.open) open = true;
      for (const pair of node.pairs) {
        if (pair.value.tag === '!reset') byName.delete(pair.key);
        else add(fromPair(inside(layer, pair.value, pair.keyNode), field.scope));
      }
    } else if (node.kind === 'seq') {
      if (node.open) open = true;
      for (const item of node.items) if (item.tag !== '!reset') add(fromItem(inside(layer, item), field.scope, separators));
    } else if (node.template !== undefined) open = true;
  }
  return { items: [...byName.values(), ...unnamed], open, present: field.present, at: field.at, get: (name) => byName.get(name) };
}
