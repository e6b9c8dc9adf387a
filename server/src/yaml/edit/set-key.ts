import { span } from '../../core/span.ts';
import type { YamlDocument, YamlMap, YamlScalar } from '../node.ts';
import { columnOrReason, insertAfter } from './block.ts';
import { detectIndent } from './detect-indent.ts';
import { fillNull, flowKey } from './fill.ts';
import { addToFlow, isJson } from './flow.ts';
import { lineStart } from './lines.ts';
import { ownPairs } from './own.ts';
import { renderFlow, renderPair, type YamlData } from './render.ts';
import { refuse, sharedReason, type YamlEdit } from './result.ts';
import { setScalar } from './set-scalar.ts';

export interface SetKeyOptions {
  /** Lists of scalars as `[ALL]`, also in block style. */
  readonly flowLists?: boolean;
  /** Behind this key instead of at the end; block style only, at the end when it is not there. */
  readonly after?: string;
  /** As the first key, above the comments on the one that was; block style only. */
  readonly first?: boolean;
}

/** Start of the first of the comment lines right above a key, which are about it; the key's own start when there are none. */
function aboveComments({ text, comments }: YamlDocument, key: number): number {
  let at = key;
  const own = lineStart(text, key);
  if (text.slice(own, key).trim() !== '') return at;
  for (let end = own; end > 0; end = at) {
    const start = lineStart(text, end - 1);
    const comment = comments.find((c) => c.span.start >= start && c.span.start < end);
    if (!comment || text.slice(start, comment.span.start).trim() !== '') break;
    at = start;
  }
  return at;
}

/**
 * Gives a map a key. In block style behind the last own pair, in the siblings' column, before blank lines and comments that
 * follow; in flow style at the end; a value that is not there (`key:`, `{}`, `null`) is filled. A key that has a scalar or no
 * value gets the new one; one that has a collection is refused. A key that only a `<<` brings is overridden.
 * Before: `web:\n  image: nginx`; after `setKey(document, map, 'read_only', true)`: `web:\n  image: nginx\n  read_only: true`.
 */
export function setKey(
  document: YamlDocument,
  map: YamlMap | YamlScalar,
  key: string,
  value: YamlData,
  options: SetKeyOptions = {},
): YamlEdit {
  const shared = sharedReason(map);
  if (shared !== undefined) return refuse(shared);
  const style = { ...detectIndent(document), flowLists: options.flowLists ?? false };
  if (map.kind === 'scalar') return fillNull(document, map, { [key]: value }, style);
  const pairs = ownPairs(map);
  const there = pairs.filter((pair) => pair.key === key);
  const [existing] = there;
  if (there.length > 1) return refuse(`\`${key}\` is there more than once.`);
  if (existing) {
    const old = existing.value;
    if (old.kind !== 'scalar') return refuse(`\`${key}\` already has a value.`);
    if (typeof value !== 'object' || value === null) return setScalar(document, old, value ?? 'null');
    return fillNull(document, old, value, style);
  }
  if (map.flow) {
    const json = isJson(document);
    return addToFlow(document, map, `${flowKey(key, json)}: ${renderFlow(value, json)}`);
  }
  const first = pairs[0];
  if (!first) return refuse('It is empty.');
  const column = columnOrReason(document, first.keyNode.span.start);
  if (typeof column === 'string') return refuse(column);
  const lines = renderPair(key, value, column, style);
  if (options.first) {
    const { start } = first.keyNode.span;
    const at = map === document.root ? start : aboveComments(document, start);
    const indent = ' '.repeat(column);
    const text = at === start ? `${lines}${style.lineEnding}${indent}` : `${indent}${lines}${style.lineEnding}`;
    return [{ span: span(at, at), text }];
  }
  const previous = pairs.find((pair) => pair.key === options.after) ?? pairs.at(-1) ?? first;
  return insertAfter(document, previous.value, previous.span.end, column, lines);
}
