import type { Span } from '../../core/span.ts';
import { span } from '../../core/span.ts';
import type { YamlDocument, YamlNode } from '../node.ts';
import { columnOf, contentEnd, endsLine, lineAfter, lineEnd, lineEnding, lineStart, skipBlank } from './lines.ts';
import { type Home, homeOf, ownSpan } from './own.ts';
import { refuse, type YamlEdit } from './result.ts';

/** Column of a block part, or a reason why new lines can't be put beside it. */
export function columnOrReason(document: YamlDocument, start: number): number | string {
  const { text } = document;
  const prefix = text.slice(lineStart(text, start), start);
  if (prefix.includes('\t')) return 'It is indented with tabs.';
  if (!/^[\uFEFF ]*(?:- +)*$/.test(prefix)) return 'It is not written in a way that can be extended.';
  return columnOf(text, start);
}

/** Puts lines behind a block part that ends at `end`: behind its comment, before blank lines and comments that follow. */
export function insertAfter(document: YamlDocument, node: YamlNode, end: number, column: number, lines: string): YamlEdit {
  const { text } = document;
  if (!endsLine(text, end)) return refuse('Something else stands on its last line.');
  const { at, fresh } = contentEnd(document, node, end);
  const below = fresh ? at : lineAfter(text, at);
  // What a template writes there may belong to the part, or end a condition that it stands in.
  if (document.masked.some((m) => m.start < lineEnd(text, below) && m.end > below && m.start > end))
    return refuse('A template stands behind it.');
  const eol = lineEnding(text);
  const indented = `${' '.repeat(column)}${lines}`;
  return [{ span: span(at, at), text: fresh ? `${indented}${eol}` : `${eol}${indented}` }];
}

/** End of the last line above that is not blank; of the line above when a block scalar may keep its blank lines. */
function endAbove(text: string, first: number): number {
  let at = lineEnd(text, lineStart(text, first - 1));
  if (/[|>][1-9]?\+/.test(text)) return at;
  while (at > 0 && text.slice(lineStart(text, at), at).trim() === '')
    at = lineEnd(text, lineStart(text, lineStart(text, at) - 1));
  return at;
}

/**
 * The text to delete for a block part that has siblings: whole lines with their trailing comment. Behind a `- ` on the same
 * line, up to the next part, which moves there. `start` is the part's first character (a key or a `-`).
 */
export function linesOf(document: YamlDocument, node: YamlNode, start: number, end: number): Span | string {
  const { text } = document;
  if (!endsLine(text, end)) return 'Something else stands on its last line.';
  const { at, fresh } = contentEnd(document, node, end);
  const after = fresh ? at : lineAfter(text, at);
  const first = lineStart(text, start);
  const prefix = text.slice(first, start).replace('\uFEFF', '');
  if (/^[ \t]*(?:[&!]\S*[ \t]+)*$/.test(prefix)) {
    // The last line of a file that has no line ending takes that of the line above.
    if (after === text.length && text[after - 1] !== '\n' && first > 0) return span(endAbove(text, first), after);
    return span(first, after);
  }
  if (!/^ *(?:- +)+$/.test(prefix)) return 'It is not written in a way that can be removed.';
  return span(start, skipBlank(text, after));
}

/** What a collection whose last part goes is replaced by: `{}` or `[]` behind its key or dash, comments kept. */
export function emptied(document: YamlDocument, node: YamlNode, gone: Span, end: number, brackets: string): YamlEdit {
  const { text } = document;
  const home = homeOf(document, node);
  const headEnd = home && headOf(document, home, node.span.start);
  if (headEnd === undefined || gone.start > lineStart(text, node.span.start)) {
    const flush = home?.kind === 'pair' && columnOf(text, home.pair.keyNode.span.start) >= columnOf(text, node.span.start);
    return flush
      ? refuse('It is not written in a way that can be emptied.')
      : [{ span: span(node.span.start, end), text: brackets }];
  }
  return [
    { span: span(headEnd, headEnd), text: ` ${brackets}` },
    { span: gone, text: '' },
  ];
}

/** End of `key: &anchor !tag` or `-` when the value stands on a later line; undefined when it does not. */
export function headOf(document: YamlDocument, home: Home, valueStart: number): number | undefined {
  const { text } = document;
  const from = home.kind === 'pair' ? home.pair.keyNode.span.end : dashOf(document, home);
  if (from === undefined) return undefined;
  const stop = lineEnd(text, from);
  if (stop >= valueStart) return undefined;
  const comment = document.comments.find((c) => c.span.start >= from && c.span.start < stop);
  const head = text.slice(from, comment?.span.start ?? stop).trimEnd();
  // An anchor or tag on a line of its own belongs to what goes away.
  const between = document.comments.filter((c) => c.span.start >= stop && c.span.end <= valueStart);
  let rest = text.slice(stop, valueStart);
  for (const c of between) rest = rest.replace(text.slice(c.span.start, c.span.end), '');
  return head === '' || rest.trim() !== '' ? undefined : from + head.length;
}

/** Offset of an item's `-` in a block list; undefined when it can't be told. */
export function dashOf(
  document: YamlDocument,
  home: { readonly seq: YamlNode & { kind: 'seq' }; readonly index: number },
): number | undefined {
  const { text } = document;
  const { seq, index } = home;
  const item = seq.items[index];
  if (!item || seq.flow) return undefined;
  const column = columnOf(text, seq.span.start);
  for (let line = lineStart(text, ownSpan(item).start); line + column >= seq.span.start; line = lineStart(text, line - 1)) {
    if (text[line + column] === '-' && line + column < Math.max(ownSpan(item).start, 1)) return line + column;
    if (line === 0) return undefined;
  }
  return undefined;
}
