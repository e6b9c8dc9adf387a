import type { Span } from './span.ts';

/** What holds at one place of a file, for someone who points at it. */
export interface Description {
  /** What was pointed at; UTF-16 offsets into the described text. */
  readonly span: Span;
  /** Short Markdown: what it is. */
  readonly title: string;
  /** Short Markdown, one fact each. */
  readonly lines: readonly string[];
}

/** More than this nobody reads in a hover. */
const MAX_LINES = 8;
/** Longest value that is shown whole. */
const MAX_VALUE = 60;

/** Puts a description together; facts that are undefined are left out, those beyond the eighth too. */
export function described(span: Span, title: string, lines: readonly (string | undefined)[]): Description {
  return { span, title, lines: lines.filter((line) => line !== undefined).slice(0, MAX_LINES) };
}

/** Whether an offset is on a span, its end included, as a cursor behind the last character is. */
export function isAt(span: Span, offset: number): boolean {
  return offset >= span.start && offset <= span.end;
}

/** A value as code: on one line, cut where it is long; in words where there is none. */
export function code(value: string): string {
  const line = value.replace(/\s+/g, ' ').replaceAll('`', "'");
  if (line.trim() === '') return 'an unknown value';
  return `\`${line.length > MAX_VALUE ? `${line.slice(0, MAX_VALUE - 1)}…` : line}\``;
}

/** `a`, `b` and 3 more: the first of some words, the rest as their number. */
export function firstOf(words: readonly string[], most: number): string {
  const shown = words.length > most ? words.slice(0, most) : words;
  const rest = words.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : joined(shown);
}

/** `a`, `b` and `c`. */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
