import type { YamlDocument, YamlNode } from '../node.ts';
import { ownChildren } from './own.ts';

/** Offset of the first character of the line that holds `at`. */
export function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Offset just behind the line's last character, its line ending left out. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline < 0) return text.length;
  return newline > at && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Offset of the next line's first character; the text's length behind the last line. */
export function lineAfter(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

/** Column of an offset, 0-based, in UTF-16 units; a byte order mark takes none (YAML 1.2.2 §5.2). */
export function columnOf(text: string, at: number): number {
  const start = lineStart(text, at);
  return at - start - (start === 0 && at > 0 && text.startsWith('\uFEFF') ? 1 : 0);
}

export function lineEnding(text: string): '\n' | '\r\n' {
  const newline = text.indexOf('\n');
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}

/** First offset from `at` on that is neither a blank nor a line break. */
export function skipBlank(text: string, at: number): number {
  let i = at;
  while (i < text.length && ' \t\r\n'.includes(text[i] ?? '')) i++;
  return i;
}

/** Whether what stands between `at` and its line's end is blank or a comment. */
export function endsLine(text: string, at: number): boolean {
  const rest = text.slice(at, lineEnd(text, at));
  return rest.trim() === '' || /^[ \t]+#/.test(rest);
}

/** The innermost node at the end of a node. */
function lastNode(node: YamlNode): YamlNode {
  const child = ownChildren(node).at(-1);
  return child && !child.via ? lastNode(child) : node;
}

/**
 * Where the lines of a node or pair end that ends at `end`: behind the line's comment, or, for a block scalar that keeps its
 * trailing blank lines (`|+`, YAML 1.2.2 §8.1.1.2), behind these.
 */
export function contentEnd(
  document: YamlDocument,
  node: YamlNode,
  end: number,
): { readonly at: number; readonly fresh: boolean } {
  const { text } = document;
  const last = node.via ? node : lastNode(node);
  const keeps = last.kind === 'scalar' && !last.via && /^[|>][1-9]?\+/.test(text.slice(last.span.start, last.span.start + 3));
  if (!keeps) return { at: lineEnd(text, end), fresh: false };
  let at = lineAfter(text, end);
  while (at < text.length && text.slice(at, lineEnd(text, at)).trim() === '') at = lineAfter(text, at);
  return at === text.length && text[at - 1] !== '\n' ? { at, fresh: false } : { at, fresh: true };
}
