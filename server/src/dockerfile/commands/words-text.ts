import type { Span } from '../../core/span.ts';
import type { ShellWord } from '../../shell/script.ts';

/**
 * Where a part of the words of a command stands, given by offsets in their texts joined by one blank each. A part that starts or
 * ends inside a quoted word gets the whole word, and is not editable.
 */
export function locateInWords(words: readonly ShellWord[], part: Span): { readonly span: Span; readonly editable: boolean } {
  const touched: { readonly word: ShellWord; readonly from: number; readonly to: number }[] = [];
  let offset = 0;
  for (const word of words) {
    const end = offset + word.text.length;
    if (offset < part.end && part.start < end) {
      touched.push({ word, from: Math.max(0, part.start - offset), to: Math.min(word.text.length, part.end - offset) });
    }
    offset = end + 1;
  }
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return { span: { start: words[0]?.span.start ?? 0, end: words[0]?.span.end ?? 0 }, editable: false };
  const quotes = [first, last].map(({ word }) => (word.editable ? quotesBefore(word) : undefined));
  const [before, behind] = quotes;
  const start = first.from > 0 && before !== undefined ? first.word.span.start + before + first.from : first.word.span.start;
  const isEnd = last.to === last.word.text.length;
  const end = !isEnd && behind !== undefined ? last.word.span.start + behind + last.to : last.word.span.end;
  if (touched.length > 1 || !first.word.editable) return { span: { start, end }, editable: false };
  if (first.from === 0 && isEnd) return { span: first.word.span, editable: true };
  if (before === undefined) return { span: first.word.span, editable: false };
  const base = first.word.span.start + before;
  return { span: { start: base + first.from, end: base + first.to }, editable: true };
}

/** How many characters of quoting stand in front of the text of a word; undefined when quotes stand inside it. */
export function quotesBefore({ raw, text }: ShellWord): 0 | 1 | undefined {
  if (raw === text) return 0;
  return raw.slice(1, -1) === text ? 1 : undefined;
}
