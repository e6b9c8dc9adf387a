import type { HereDoc } from 'unbash';
import { decode } from './decode.ts';
import { decodedFrame, type Frame, type Piece } from './frame.ts';

/**
 * The text of a here-document: tabs taken off for `<<-`, and when `unescaped` as the shell hands it on, backslashes resolved
 * unless the delimiter is quoted (POSIX Shell Command Language, 2.7.4 Here-Document). `frame` is the text that holds it.
 */
export function hereDocumentFrame(node: HereDoc, frame: Frame, unescaped: boolean): Frame {
  const text = frame.text.text;
  const quoting = unescaped && !node.delimiter?.quoted ? 'here-document' : 'single';
  const pieces: Piece[] = [];
  for (let at = node.body.pos; at < node.body.end; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? node.body.end : Math.min(newline + 1, node.body.end);
    let start = at;
    while (node.operator === '<<-' && start < end && text[start] === '\t') start += 1;
    pieces.push(...decode(text, start, end, quoting));
    at = end;
  }
  return decodedFrame(frame, pieces, node.body.pos);
}

/**
 * The script inside backticks that hold escapes: the parser reads a decoded copy, `source`, which is mapped back to `frame` here.
 * `node` spans the backticks.
 */
export function backtickFrame(node: { readonly pos: number; readonly end: number }, source: string, frame: Frame): Frame {
  // Half-typed text may lack the closing backtick; inside double quotes `\"` is an escape too.
  for (const end of [node.end - 1, node.end]) {
    for (const quoting of ['backtick', 'double'] as const) {
      const pieces = decode(frame.text.text, node.pos + 1, Math.max(node.pos + 1, end), quoting);
      if (pieces.map((piece) => piece.text).join('') === source) return decodedFrame(frame, pieces, node.pos);
    }
  }
  return decodedFrame(frame, [{ text: source, from: node.pos, exact: false }], node.pos);
}
