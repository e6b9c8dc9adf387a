import type { Span } from './span.ts';
import { span } from './span.ts';

/** A run of characters that stands unchanged in the source. */
export interface Segment {
  readonly start: number;
  readonly source: number;
  readonly length: number;
}

/**
 * A text put together from pieces of a source: the logical line of a Dockerfile instruction (continuations and comment
 * lines gone), the decoded text of a JSON string, a block scalar without its indent. Knows where each character came from.
 */
export class MappedText {
  // Only declared: one is made for each word, and defining fields costs more than setting them.
  declare readonly text: string;
  declare readonly segments: readonly Segment[];

  /** `segments` in order, without gaps in `text` unless those characters have no source of their own. */
  constructor(text: string, segments: readonly Segment[]) {
    this.text = text;
    this.segments = segments;
  }

  /** The text `source.slice(span)`, unchanged. */
  static of(source: string, at: Span): MappedText {
    return new MappedText(source.slice(at.start, at.end), [{ start: 0, source: at.start, length: at.end - at.start }]);
  }

  /** Source offset of the character at `offset`; at the end, just behind the last character. */
  toSource(offset: number): number {
    const found = this.#segmentAt(offset);
    if (!found) return 0;
    return found.source + Math.min(Math.max(0, offset - found.start), found.length);
  }

  /**
   * Source span of a span of this text: from its first character to just behind its last. A character that has no source of its
   * own stands, without a width, behind the piece before it.
   */
  spanToSource(s: Span): Span {
    const start = this.toSource(s.start);
    const last = s.end > s.start ? this.#segmentAt(s.end - 1) : undefined;
    return span(start, last ? Math.max(start, last.source + Math.min(s.end - last.start, last.length)) : start);
  }

  /** Whether the span stands in the source in one piece, so that an edit of it is exact. */
  isContiguous(s: Span): boolean {
    const source = this.spanToSource(s);
    return source.end - source.start === s.end - s.start;
  }

  /** A part of this text with its own offsets from 0, in logarithmic time plus the number of pieces it covers. */
  slice({ start, end }: Span): MappedText {
    if (end <= start) return new MappedText('', [{ start: 0, source: this.toSource(start), length: 0 }]);
    const pieces: Segment[] = [];
    for (let i = this.#indexAt(start); i < this.segments.length; i++) {
      const piece = this.segments[i];
      if (!piece || piece.start >= end) break;
      const from = Math.max(piece.start, start);
      const to = Math.min(piece.start + piece.length, end);
      if (from < to) pieces.push({ start: from - start, source: piece.source + from - piece.start, length: to - from });
    }
    return new MappedText(this.text.slice(start, end), pieces);
  }

  /** This text without the matches of a global pattern; what is left is mapped to where it stood. */
  without(pattern: RegExp): MappedText {
    const gaps = [...this.text.matchAll(pattern)];
    if (gaps.length === 0) return this;
    const kept: MappedText[] = [];
    let start = 0;
    for (const { index, 0: gap } of gaps) {
      if (index > start) kept.push(this.slice({ start, end: index }));
      start = index + gap.length;
    }
    if (start < this.text.length) kept.push(this.slice({ start, end: this.text.length }));
    if (kept.length === 0) return this.slice({ start: 0, end: 0 });
    let length = 0;
    const segments = kept.flatMap((part) => {
      const moved = part.segments.map((segment) => ({ ...segment, start: segment.start + length }));
      length += part.text.length;
      return moved;
    });
    return new MappedText(kept.map((part) => part.text).join(''), segments);
  }

  #segmentAt(offset: number): Segment | undefined {
    return this.segments[this.#indexAt(offset)];
  }

  /** Index of the last segment that starts at or before an offset. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.segments.length - 1;
    if (high <= 0) return 0;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.segments[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
