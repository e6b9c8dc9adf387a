import type { Span } from '../../core/span.ts';
import { contains, span } from '../../core/span.ts';

function isOpaque(offset: number, opaque: readonly Span[]): boolean {
  return opaque.some((s) => contains(s, { start: offset, end: offset + 1 }));
}

/** Cuts at every `separator` that stands in no variable and in no `[…]` (an IPv6 address). */
export function splitAt(text: string, separator: string, opaque: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  let start = 0;
  let brackets = 0;
  for (let i = 0; i < text.length; i++) {
    if (opaque.length > 0 && isOpaque(i, opaque)) continue;
    if (text[i] === '[') brackets++;
    else if (text[i] === ']') brackets = Math.max(0, brackets - 1);
    else if (brackets === 0 && text[i] === separator) {
      parts.push(span(start, i));
      start = i + 1;
    }
  }
  parts.push(span(start, text.length));
  return parts;
}

/** Cuts at the first of the `separators` that stands in no variable: one part or two. */
export function splitOnce(text: string, separators: string, opaque: readonly Span[]): readonly Span[] {
  for (let i = 0; i < text.length; i++) {
    if (separators.includes(text[i] ?? '') && !isOpaque(i, opaque)) return [span(0, i), span(i + 1, text.length)];
  }
  return [span(0, text.length)];
}
