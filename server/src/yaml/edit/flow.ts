import type { Span } from '../../core/span.ts';
import { span } from '../../core/span.ts';
import type { TextEdit } from '../../core/text-edit.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlSeq } from '../node.ts';
import { lineEnd, lineEnding, lineStart, skipBlank } from './lines.ts';
import { ownPairs, ownSpan } from './own.ts';
import { refuse, type YamlEdit } from './result.ts';

/** Whether a flow collection has both its brackets: not the `a: b` in `[a: b]`, nor one that is still open. */
export function hasBrackets(document: YamlDocument, node: YamlMap | YamlSeq): boolean {
  const { text } = document;
  const [open, close] = node.kind === 'map' ? '{}' : '[]';
  return node.span.end - node.span.start >= 2 && text[node.span.start] === open && text[node.span.end - 1] === close;
}

/** Whether the document is written as JSON: new strings and keys must be quoted. */
export function isJson(document: YamlDocument): boolean {
  let node: YamlNode | undefined = document.root;
  while (node?.kind === 'seq' && node.flow) node = node.items[0];
  return (
    node?.kind === 'map' && node.flow && node.pairs.length > 0 && node.pairs.every((pair) => pair.keyNode.style === 'double')
  );
}

/** Where the parts of a flow collection stand, in order. */
export function partsOf(node: YamlMap | YamlSeq): Span[] {
  return node.kind === 'map' ? ownPairs(node).map((pair) => pair.span) : node.items.map(ownSpan);
}

function commentIn(document: YamlDocument, start: number, end: number): Span | undefined {
  return document.comments.find((c) => c.span.start >= start && c.span.start < end)?.span;
}

/** Offset of the comma behind `at`, comments stepped over; -1 when there is none. */
function commaAfter(document: YamlDocument, at: number): number {
  const { text } = document;
  for (let i = skipBlank(text, at); i < text.length; ) {
    const comment = text[i] === '#' ? commentIn(document, i, i + 1) : undefined;
    if (!comment) return text[i] === ',' ? i : -1;
    i = skipBlank(text, comment.end);
  }
  return -1;
}

/**
 * Adds a part at the end of a flow collection, on a line of its own if the last one has that.
 * Before: `[a, b]`; after: `[a, b, c]`.
 */
export function addToFlow(document: YamlDocument, node: YamlMap | YamlSeq, part: string): YamlEdit {
  const { text } = document;
  if (!hasBrackets(document, node)) return refuse('Its brackets are not complete.');
  const parts = partsOf(node);
  const last = parts.at(-1);
  const inner = span(node.span.start + 1, node.span.end - 1);
  if (!last) {
    if (commentIn(document, inner.start, inner.end)) return refuse('Only a comment stands in it.');
    return [{ span: inner, text: part }];
  }
  const comma = commaAfter(document, last.end);
  const before = parts.at(-2)?.end ?? node.span.start;
  const ownLine = text.slice(before, last.start).includes('\n');
  if (!ownLine) return [{ span: span(last.end, last.end), text: `, ${part}` }];
  const column = /^[ \t]*/.exec(text.slice(lineStart(text, last.start), last.start))?.[0] ?? '';
  const at = Math.max(comma + 1, last.end);
  const follows = text.slice(at, lineEnd(text, at)).trim();
  if (follows !== '' && !commentIn(document, at, lineEnd(text, at)))
    return [{ span: span(last.end, last.end), text: `, ${part}` }];
  const line = `${lineEnding(text)}${column}${part}`;
  const end = follows === '' ? at : lineEnd(text, at);
  if (comma >= 0) return [{ span: span(end, end), text: `${line},` }];
  if (end === last.end) return [{ span: span(end, end), text: `,${line}` }];
  return [
    { span: span(last.end, last.end), text: ',' },
    { span: span(end, end), text: line },
  ];
}

/** Where a part starts, its anchor and tag included. */
function fullStart(text: string, start: number, from: number): number {
  const properties = /(?:[&!][^\s,[\]{}]*\s+)+$/.exec(text.slice(from, start));
  return start - (properties?.[0].length ?? 0);
}

/**
 * Takes a part and its comma out of a flow collection that has others. A comment on the part's own line goes with it.
 * Before: `[a, b, c]`; after taking out the second: `[a, c]`.
 */
export function removeFromFlow(document: YamlDocument, node: YamlMap | YamlSeq, index: number): YamlEdit {
  const { text } = document;
  if (!hasBrackets(document, node)) return refuse('Its brackets are not complete.');
  const parts = partsOf(node);
  const part = parts[index];
  if (!part) return refuse('It is not there.');
  if (parts.length === 1) return [{ span: span(node.span.start + 1, node.span.end - 1), text: '' }];
  const previous = parts[index - 1];
  const start = fullStart(text, part.start, previous?.end ?? node.span.start + 1);
  const comma = commaAfter(document, part.end);
  if (index < parts.length - 1) {
    if (comma < 0) return refuse('Its commas are not complete.');
    const comment = commentIn(document, comma, lineEnd(text, comma));
    const sameLine = comment !== undefined && text.slice(comma + 1, comment.start).trim() === '';
    return [{ span: span(start, skipBlank(text, sameLine ? comment.end : comma + 1)), text: '' }];
  }
  const end = withComment(document, part.end, comma);
  const separator = commaAfter(document, previous?.end ?? start);
  if (!previous || separator < 0 || separator >= start) return refuse('Its commas are not complete.');
  const edits: TextEdit[] = comma >= 0 && comma < end ? [] : [{ span: span(separator, separator + 1), text: '' }];
  if (comma >= end) edits.push({ span: span(comma, comma + 1), text: '' });
  const keepsLine = commentIn(document, previous.end, start) !== undefined;
  let from = start;
  if (!keepsLine) while (from > separator + 1 && ' \t\r\n'.includes(text[from - 1] ?? '')) from--;
  return [...edits, { span: span(from, end), text: '' }].sort((a, b) => a.span.start - b.span.start);
}

function withComment(document: YamlDocument, end: number, comma: number): number {
  const { text } = document;
  const at = comma >= 0 && !text.slice(end, comma).includes('\n') ? comma + 1 : end;
  const stop = lineEnd(text, at);
  const comment = commentIn(document, at, stop);
  return comment && text.slice(at, comment.start).trim() === '' ? comment.end : end;
}
