import type { Route } from '../../core/value.ts';
import type { YamlDocument, YamlNode } from '../../yaml/node.ts';

const MAX_NODES = 20_000;
const MAX_ROUTES = 200;
/** Whether anything in a document can be an alias at all; looked up once, not once per fix. */
const withAliases = new WeakMap<YamlDocument, boolean>();

function mayHaveAliases(document: YamlDocument): boolean {
  const known = withAliases.get(document) ?? document.text.includes('*');
  withAliases.set(document, known);
  return known;
}

function startsWith(route: Route, prefix: Route): boolean {
  return prefix.length <= route.length && prefix.every((slot, i) => slot === route[i]);
}

/** The routes that one alias or merge key away show what stands at a route. */
function routesBeside(document: YamlDocument, route: Route): readonly Route[] {
  const found: Route[] = [];
  if (!document.root) return found;
  let left = MAX_NODES;
  const body = (node: YamlNode, path: Route): void => {
    if (startsWith(route, node.route)) found.push([...path, ...route.slice(node.route.length)]);
  };
  const visit = (node: YamlNode, path: Route, inherited: boolean): void => {
    if (left-- <= 0) return;
    const shared = node.via !== undefined;
    if (shared && !inherited) body(node, path);
    if (node.kind === 'seq') {
      for (const [i, item] of node.items.entries()) visit(item, [...path, i], shared);
    } else if (node.kind === 'map') {
      for (const { value } of node.merges) for (const part of value.kind === 'seq' ? value.items : [value]) body(part, path);
      for (const pair of node.pairs) visit(pair.value, [...path, pair.key], shared);
    }
  };
  visit(document.root, [], false);
  return found;
}

/**
 * Where else a change at a route takes effect: `['a', 'k']` inside `a: &x …` also changes `['b', 'k']` of `b: *x` or `b: {<<: *x}`,
 * and what is shared with that in turn. Gives those routes, without the one asked for.
 */
export function sharedRoutes(document: YamlDocument, route: Route): readonly Route[] {
  if (!mayHaveAliases(document)) return [];
  const found = new Map([[JSON.stringify(route), route]]);
  // A map gives what is added to it while it is gone through.
  for (const next of found.values()) {
    if (found.size > MAX_ROUTES) break;
    for (const other of routesBeside(document, next)) found.set(JSON.stringify(other), other);
  }
  return [...found.values()].slice(1);
}
