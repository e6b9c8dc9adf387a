import type { At } from '../../core/value.ts';
import type { YamlMap } from '../../yaml/node.ts';
import { atNode } from './mapping.ts';

/** The token that names a mapping of the API: its `name`, else its `image`, else its first key, else itself. */
export function nameToken(node: YamlMap, keys: readonly string[] = ['name', 'image']): At {
  for (const key of keys) {
    const pair = node.get(key);
    if (pair?.value.kind === 'scalar' && !pair.value.isNull) return atNode(pair.value, pair);
  }
  const first = node.pairs[0];
  return first ? { ...atNode(node), span: first.keyNode.span } : atNode(node);
}

/** The text of a scalar field, whatever the API would make of it: for names that are only shown. */
export function scalarText(node: YamlMap | undefined, key: string): string | undefined {
  const value = node?.get(key)?.value;
  return value?.kind === 'scalar' && !value.isNull ? (value.template ?? value.text) : undefined;
}
