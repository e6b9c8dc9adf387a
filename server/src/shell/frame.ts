import { MappedText, type Segment } from '../core/mapped-text.ts';
import type { Span } from '../core/span.ts';

/** A run of decoded characters: `text` stands for the frame's characters from `from` on, one for one when `exact`. */
export interface Piece {
  readonly text: string;
  /** UTF-16 offset in the frame that was decoded. */
  readonly from: number;
  /** Whether `text` stands there unchanged; else it is one character whose last written character is at `from`. */
  readonly exact: boolean;
  /** Written behind a backslash that decoding took away. */
  readonly escaped?: boolean;
}

/** A text that the shell reads, at any depth of quoting, and where its characters stand in the source. */
export interface Frame {
  readonly text: MappedText;
  /** Offsets of characters that an outer level of quoting escapes; an edit must not start at one. */
  readonly escaped: ReadonlySet<number>;
}

/** The outermost frame: nothing is quoted around it. */
export function outermost(text: MappedText): Frame {
  return { text, escaped: new Set() };
}

/** The frame from `start` on, with offsets from 0. */
export function tailOf(frame: Frame, start: number): Frame {
  const text = frame.text.slice({ start, end: frame.text.text.length });
  return { text, escaped: new Set([...frame.escaped].filter((at) => at >= start).map((at) => at - start)) };
}

/** The span of a syntax node, kept inside the frame: the parser's offsets can pass the end of half-typed text. */
export function spanOf(frame: Frame, node: { readonly pos: number; readonly end: number }): Span {
  const start = Math.min(Math.max(0, node.pos), frame.text.text.length);
  return { start, end: Math.min(Math.max(start, node.end), frame.text.text.length) };
}

/** Whether a span of the frame may be replaced in the source as it is. */
export function isEditable(frame: Frame, span: Span): boolean {
  return frame.text.isContiguous(span) && !frame.escaped.has(span.start);
}

/**
 * The frame that decoded pieces of another frame make up; `anchor` (offset in the outer frame) stands for characters with
 * no place.
 */
export function decodedFrame(outer: Frame, pieces: readonly Piece[], anchor: number): Frame {
  const segments: Segment[] = [];
  const escaped = new Set<number>();
  let text = '';
  for (const piece of pieces) {
    const start = text.length;
    text += piece.text;
    if (piece.text === '') continue;
    if (piece.escaped) escaped.add(start);
    if (!piece.exact) for (let at = start; at < text.length; at += 1) escaped.add(at);
    const length = piece.exact ? piece.text.length : 1;
    for (const s of outer.text.slice({ start: piece.from, end: piece.from + length }).segments) {
      if (s.length > 0) segments.push({ start: start + s.start, source: s.source, length: s.length });
    }
    for (const at of outer.escaped) if (at >= piece.from && at < piece.from + length) escaped.add(start + at - piece.from);
  }
  if (segments.length === 0) segments.push({ start: 0, source: outer.text.toSource(anchor), length: 0 });
  return { text: new MappedText(text, segments), escaped };
}
