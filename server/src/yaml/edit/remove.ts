import { span } from '../../core/span.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlSeq } from '../node.ts';
import { dashOf, emptied, linesOf } from './block.ts';
import { removeFromFlow } from './flow.ts';
import { contentEnd } from './lines.ts';
import { homeOf, ownPairs, ownSpan } from './own.ts';
import { dropReason, refuse, sharedReason, type YamlEdit } from './result.ts';

export interface RemoveOptions {
  /**
   * What becomes of a collection that loses its last part: `{}` or `[]` stays (the default), it goes with its own key or dash, or
   * with its key only, so that a list keeps its length.
   */
  readonly whenEmpty?: 'brackets' | 'parent' | 'key';
}

function withParent(document: YamlDocument, node: YamlNode, options: RemoveOptions): YamlEdit | undefined {
  const { whenEmpty = 'brackets' } = options;
  const home = whenEmpty === 'brackets' ? undefined : homeOf(document, node);
  if (home?.kind === 'pair') return removePair(document, home.map, home.pair.key, options);
  return home && whenEmpty === 'parent' ? removeItem(document, home.seq, home.index, options) : undefined;
}

function removePart(
  document: YamlDocument,
  whole: YamlMap | YamlSeq,
  part: YamlNode,
  index: number,
  start: number,
  end: number,
  options: RemoveOptions,
): YamlEdit {
  const alone = (whole.kind === 'map' ? ownPairs(whole) : whole.items).length === 1;
  const reason = dropReason(document, part, span(start, end));
  if (reason !== undefined) return refuse(reason);
  if (whole.open) return refuse('A template adds to it.');
  if (alone) {
    const parent = withParent(document, whole, options);
    if (parent) return parent;
  }
  if (whole.flow) return removeFromFlow(document, whole, index);
  const gone = linesOf(document, part, start, end);
  if (typeof gone === 'string') return refuse(gone);
  if (document.masked.some((m) => m.start < gone.end && gone.start < m.end))
    return refuse('A template or a half-typed line stands in it.');
  if (!alone) return [{ span: gone, text: '' }];
  const { at, fresh } = contentEnd(document, part, end);
  return emptied(document, whole, gone, fresh ? at - 1 : end, whole.kind === 'map' ? '{}' : '[]');
}

/** Whether a `<<` of the map would bring the key back. */
function isMerged(map: YamlMap, key: string): boolean {
  return map.merges.some(({ value }) =>
    (value.kind === 'seq' ? value.items : [value]).some((body) => body.kind === 'map' && body.get(key) !== undefined),
  );
}

/**
 * Takes a key and its value out of a map: whole lines with their trailing comment in block style, with the comma in flow
 * style. Comments above stay.
 * Before: `- name: a # x\n  privileged: true # y`; after `removePair(document, map, 'privileged')`: `- name: a # x`.
 */
export function removePair(document: YamlDocument, map: YamlMap, key: string, options: RemoveOptions = {}): YamlEdit {
  const shared = sharedReason(map);
  if (shared !== undefined) return refuse(shared);
  const pairs = ownPairs(map);
  const index = pairs.findIndex((pair) => pair.key === key);
  const pair = pairs[index];
  if (!pair)
    return refuse(
      map.get(key)?.via ? `\`${key}\` comes through a merge key; change it where it is written.` : `\`${key}\` is not there.`,
    );
  if (pairs.filter((p) => p.key === key).length > 1) return refuse(`\`${key}\` is there more than once.`);
  if (isMerged(map, key)) return refuse(`A merge key would bring another \`${key}\` in its place.`);
  return removePart(document, map, pair.value, index, pair.keyNode.span.start, pair.span.end, options);
}

/**
 * Takes an item out of a list, an alias too: whole lines in block style, with the comma in flow style. Comments above stay.
 * Before: `[a, b]`; after `removeItem(document, seq, 0)`: `[b]`.
 */
export function removeItem(document: YamlDocument, seq: YamlSeq, index: number, options: RemoveOptions = {}): YamlEdit {
  const shared = sharedReason(seq);
  if (shared !== undefined) return refuse(shared);
  const item = seq.items[index];
  if (!item) return refuse('It is not there.');
  const at = ownSpan(item);
  const start = seq.flow ? at.start : dashOf(document, { seq, index });
  if (start === undefined) return refuse('It is not written in a way that can be removed.');
  return removePart(document, seq, item, index, start, at.end, options);
}
