import { minimalEdits } from '../../core/diff.ts';
import { applyEdits } from '../../core/text-edit.ts';
import type { Route } from '../../core/value.ts';
import type { YamlData, YamlEdit } from '../../yaml/edit.ts';
import { appendItem, isRefused, removeItem, removePair, setKey } from '../../yaml/edit.ts';
import type { YamlDocument, YamlMap, YamlNode } from '../../yaml/node.ts';
import { parseYamlSlice } from '../../yaml/parse.ts';
import type { Change } from './change.ts';
import { change } from './change.ts';

/** One edit of a document, made on what the edits before it have left. */
export type Step = (document: YamlDocument) => YamlEdit;

/** Several edits as one change: each step sees the document after those before it, so that their places never meet. */
export function inSequence(document: YamlDocument, steps: readonly Step[], ...routes: readonly Route[]): Change {
  let current = document;
  for (const step of steps) {
    const edit = step(current);
    if (isRefused(edit)) return edit;
    if (edit.length > 0) current = parseYamlSlice(applyEdits(current.text, edit));
  }
  return change(document, minimalEdits(document.text, current.text), ...routes);
}

/** The node at a route that is written there, and not reached through an anchor. */
export function nodeAt({ root }: YamlDocument, route: Route): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const slot of route) {
    if (node?.kind === 'map') {
      const pair = node.get(String(slot));
      node = pair?.via ? undefined : pair?.value;
    } else node = node?.kind === 'seq' ? node.items[Number(slot)] : undefined;
    if (node?.via) return undefined;
  }
  return node;
}

const NOT_THERE = { refused: 'a part of it comes from an anchor or another file' };

function mapAt(document: YamlDocument, route: Route): YamlMap | undefined {
  const node = nodeAt(document, route);
  return node?.kind === 'map' ? node : undefined;
}

/** `key: data` in the mapping at a route, which is made when missing: `secrets: {x: {file: …}}`. */
export function put(route: Route, key: string, data: YamlData): Step {
  return (document) => {
    const node = nodeAt(document, route);
    if (node?.kind === 'map' || (node?.kind === 'scalar' && node.isNull)) return setKey(document, node, key, data);
    const last = route.at(-1);
    const above = last === undefined ? undefined : mapAt(document, route.slice(0, -1));
    if (node || !above || above.get(String(last))) return NOT_THERE;
    return setKey(document, above, String(last), { [key]: data });
  };
}

/** An item at the end of the list at a route, which is made when missing. */
export function add(route: Route, item: string): Step {
  return (document) => {
    const node = nodeAt(document, route);
    if (node?.kind === 'seq') return appendItem(document, node, item);
    const above = mapAt(document, route.slice(0, -1));
    const key = String(route.at(-1));
    const isEmpty = node === undefined ? !above?.get(key) : node.kind === 'scalar' && node.isNull;
    return above && isEmpty ? setKey(document, above, key, [item]) : NOT_THERE;
  };
}

/** What stands at a route → nothing, and what is empty without it. */
export function drop(route: Route): Step {
  return (document) => {
    const above = nodeAt(document, route.slice(0, -1));
    const last = route.at(-1);
    if (last === undefined) return NOT_THERE;
    if (above?.kind === 'map') return removePair(document, above, String(last), { whenEmpty: 'parent' });
    return above?.kind === 'seq' ? removeItem(document, above, Number(last), { whenEmpty: 'parent' }) : NOT_THERE;
  };
}
