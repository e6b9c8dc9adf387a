import type { Span } from '../../core/span.ts';
import type { Route } from '../../core/value.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlPair, YamlSeq } from '../node.ts';

/** Kept with the map, which never changes: a file of thousands of services asks for them once per fix. */
const known = new WeakMap<YamlMap, readonly YamlPair[]>();

/** The pairs written in the map itself, `<<` and duplicates included, in the order of the text. */
export function ownPairs(map: YamlMap): readonly YamlPair[] {
  let pairs = known.get(map);
  if (!pairs) {
    const all = new Set([...map.pairs.filter((pair) => !pair.via), ...map.duplicates, ...map.merges]);
    pairs = [...all].sort((a, b) => a.span.start - b.span.start);
    known.set(map, pairs);
  }
  return pairs;
}

/** Values and items written in a collection itself; an alias counts as the node it stands for, with a `via`. */
export function ownChildren(node: YamlNode): readonly YamlNode[] {
  if (node.kind === 'map') return ownPairs(node).map((pair) => pair.value);
  return node.kind === 'seq' ? node.items : [];
}

/** Where a child of a collection is written: the alias, for one that is reached through it. */
export function ownSpan(child: YamlNode): Span {
  return child.via?.at?.span ?? child.span;
}

/** Where a node hangs: in a pair of a map or as an item of a list. */
export type Home =
  | { readonly kind: 'pair'; readonly map: YamlMap; readonly pair: YamlPair }
  | { readonly kind: 'item'; readonly seq: YamlSeq; readonly index: number };

/** The collections from the root down to the node of a route, each with the child that the route takes. */
export function homesOf(document: YamlDocument, route: Route): Home[] {
  const homes: Home[] = [];
  let node = document.root;
  for (const slot of route) {
    if (node?.kind === 'map') {
      const map: YamlMap = node;
      const found = map.get(String(slot));
      const pair = found && !found.via ? found : ownPairs(map).findLast((p) => p.key === String(slot));
      if (!pair) return homes;
      homes.push({ kind: 'pair', map, pair });
      node = pair.value;
    } else if (node?.kind === 'seq' && typeof slot === 'number') {
      homes.push({ kind: 'item', seq: node, index: slot });
      node = node.items[slot];
    } else return homes;
  }
  return homes;
}

/** The home of a node that is no root. */
export function homeOf(document: YamlDocument, node: YamlNode): Home | undefined {
  const homes = homesOf(document, node.route);
  return homes.length === node.route.length ? homes.at(-1) : undefined;
}
