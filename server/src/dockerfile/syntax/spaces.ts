import { MappedText, type Segment } from '../../core/mapped-text.ts';
import { type Span, span } from '../../core/span.ts';

/**
 * Whether a UTF-16 unit is white space to Go's `unicode.IsSpace`, which BuildKit's parser trims with. Differs from `\s` in
 * U+0085 (in) and U+FEFF (out). See https://pkg.go.dev/unicode#IsSpace.
 */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Whether a UTF-16 unit separates a keyword or a plain word: `[\t\v\f\r ]` in BuildKit's parser. */
export function isSeparator(code: number): boolean {
  return code === 32 || code === 9 || (code >= 11 && code <= 13);
}

/** The span without leading and trailing white space (`isSpace`); empty at its start when nothing is left. */
export function trimSpan(text: string, at: Span): Span {
  let { start, end } = at;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  return { start, end };
}

/**
 * Source span of a span of a mapped text. An empty span lies where the character behind it starts; the span of text that
 * stands on several lines covers all between.
 */
export function sourceSpan(mapped: MappedText, start: number, end: number): Span {
  return mapped.spanToSource(span(start, end));
}

/**
 * A text put together from single characters of a mapped text: character `i` of `text` stands at `offsets[i]`. `fallback` is
 * where an empty text stands.
 */
export function pickMapped(mapped: MappedText, text: string, offsets: readonly number[], fallback: number): MappedText {
  const pieces: Segment[] = [];
  for (let i = 0; i < offsets.length; i++) {
    const source = mapped.toSource(offsets[i] ?? fallback);
    const last = pieces.at(-1);
    if (last && last.source + last.length === source) pieces[pieces.length - 1] = { ...last, length: last.length + 1 };
    else pieces.push({ start: i, source, length: 1 });
  }
  if (pieces.length === 0) pieces.push({ start: 0, source: mapped.toSource(fallback), length: 0 });
  return new MappedText(text, pieces);
}
