import type { Span } from '../core/span.ts';
import { contains, span } from '../core/span.ts';
import { parseRaw } from './library.ts';
import type { RawDocument, RawError } from './raw.ts';

const ATTEMPTS = 3;
/** Beyond this a document is no longer typed by hand, and parsing it again is no longer cheap. */
const MAX_LENGTH = 1_000_000;

/** A text with more errors is no YAML at all. */
const MAX_ERRORS = 1000;

/** Mistakes that a half-typed line makes. An open bracket and tabs are better left to the parser's own recovery. */
const HALF_TYPED: ReadonlySet<string> = new Set([
  'open-quote',
  'key-without-colon',
  'multiline-implicit-key',
  'block-as-implicit-key',
  'bad-indent',
  'bad-scalar-start',
  'bad-alias',
  'unexpected-token',
]);

/** A text in which half-typed lines were hidden, and what it parses to. */
export interface Repair {
  readonly raw: RawDocument;
  /** The hidden stretches, in order of discovery, each with the error that it removed and the column it started in. */
  readonly hidden: readonly { readonly span: Span; readonly error: RawError; readonly column: number }[];
}

interface Candidate {
  readonly span: Span;
  readonly column: number;
}

/** The line around `offset` from its first character on, and, for an item, also without its `- `. */
function candidatesAt(text: string, offset: number): Candidate[] {
  const at = Math.min(offset, Math.max(0, text.length - 1));
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', start);
  let end = newline < 0 ? text.length : newline;
  if (text[end - 1] === '\r') end--;
  const line = text.slice(start, Math.max(start, end));
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const dashes = /^[ \t]*(?:- +)*/.exec(line)?.[0].length ?? indent;
  const lines = [{ span: span(start + indent, end), column: indent }];
  if (dashes > indent) lines.push({ span: span(start + dashes, end), column: dashes });
  return lines.filter((c) => c.span.end > c.span.start && text[c.span.start] !== '#');
}

function hide(text: string, s: Span): string {
  return text.slice(0, s.start) + '#'.repeat(s.end - s.start) + text.slice(s.end);
}

/** The lines that may have caused an error: where a string over several lines began, then where the error stands. */
function suspects(text: string, raw: RawDocument, error: RawError): Candidate[] {
  const quote = raw.longQuotes.filter((q) => q.start <= error.span.start && error.span.start <= q.end + 1).at(-1);
  const places = quote ? [quote.start, error.span.start] : [error.span.start];
  return places.flatMap((place) => candidatesAt(text, place));
}

function best(
  text: string,
  raw: RawDocument,
  candidates: readonly Candidate[],
): { raw: RawDocument; text: string; candidate: Candidate } | undefined {
  let found: { raw: RawDocument; text: string; candidate: Candidate } | undefined;
  for (const candidate of candidates) {
    const masked = hide(text, candidate.span);
    const again = parseRaw(masked);
    const lost = text.slice(candidate.span.start, candidate.span.end).split(/[\s,:{}[\]]+/).length;
    if (again.scalars < raw.scalars - lost) continue;
    if (again.errors.length < (found?.raw ?? raw).errors.length) found = { raw: again, text: masked, candidate };
    if (again.errors.length === 0) break;
  }
  return found;
}

/**
 * Tries to read a broken document by hiding its half-typed lines behind `#` of equal length, at most three, so that the rest
 * keeps its meaning and its offsets. A line is only hidden when errors fall and no other scalar is lost. Before:
 * `priv` above `ports: []` (one key over two lines); after: `####` and `ports`.
 */
export function repair(text: string, broken: RawDocument): Repair {
  let raw = broken;
  let current = text;
  const hidden: { span: Span; error: RawError; column: number }[] = [];
  const tried = new Set<number>();
  while (text.length <= MAX_LENGTH && raw.errors.length <= MAX_ERRORS && hidden.length < ATTEMPTS && tried.size < ATTEMPTS) {
    const error = raw.errors.find((e) => HALF_TYPED.has(e.cause) && !tried.has(e.span.start));
    if (!error) break;
    const found = best(current, raw, suspects(current, raw, error));
    if (found) {
      hidden.push({ span: found.candidate.span, error, column: found.candidate.column });
      raw = found.raw;
      current = found.text;
    } else tried.add(error.span.start);
  }
  const comments = raw.comments.filter((c) => !hidden.some((h) => contains(h.span, c.span)));
  return { raw: { ...raw, comments }, hidden };
}
