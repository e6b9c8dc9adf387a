import type { Span } from '../../core/span.ts';
import { isSeparator, isSpace } from './spaces.ts';

/** A flag as found in a logical line; offsets are those of that line. */
export interface FlagPiece {
  readonly span: Span;
  /** Quotes and escapes resolved: `--mount="a b"` gives `--mount=a b`. */
  readonly value: string;
  /** For each UTF-16 unit of `value`, its offset in the line; undefined where it stands as it is written. */
  readonly offsets: readonly number[] | undefined;
}

/**
 * Takes the flags off the front of an instruction's arguments and gives where the rest starts. A flag starts with `--`,
 * quotes may hold blanks, a backslash takes the next character as it is whatever the escape directive says, and a lone `--`
 * ends the flags. (BuildKit, frontend/dockerfile/parser: `extractBuilderFlags`.)
 */
export function splitFlags(
  line: string,
  start: number,
  end: number,
): { readonly flags: readonly FlagPiece[]; readonly rest: number } {
  const flags: FlagPiece[] = [];
  let at = start;
  for (;;) {
    while (at < end && isSpace(line.charCodeAt(at))) at++;
    if (!line.startsWith('--', at) || at + 1 >= end) return { flags, rest: at };
    const from = at;
    while (at < end && !isSpace(line.charCodeAt(at)) && !isMarked(line.charCodeAt(at))) at++;
    if (at === end || isSpace(line.charCodeAt(at))) {
      const value = line.slice(from, at);
      if (value === '--') return { flags, rest: at };
      flags.push({ span: { start: from, end: at }, value, offsets: undefined });
      continue;
    }
    at = from;
    const chars: string[] = [];
    const offsets: number[] = [];
    let quote = '';
    for (; at < end; at++) {
      let c = line.charAt(at);
      if (!quote && isSpace(line.charCodeAt(at))) break;
      if (quote ? c === quote : c === '"' || c === "'") {
        quote = quote ? '' : c;
        continue;
      }
      if (c === '\\') {
        if (at + 1 >= end) continue;
        at++;
        c = line.charAt(at);
      }
      chars.push(c);
      offsets.push(at);
    }
    const value = chars.join('');
    if (value === '--') return { flags, rest: at };
    flags.push({ span: { start: from, end: at }, value, offsets });
  }
}

/** Whether a character is a quote or a backslash. */
function isMarked(code: number): boolean {
  return code === 0x22 || code === 0x27 || code === 0x5c;
}

/** Words between `[\t\v\f\r ]+`, as FROM, EXPOSE, COPY, ADD and VOLUME take theirs; quotes have no meaning. */
export function splitPlain(line: string, at: Span): Span[] {
  const words: Span[] = [];
  let start = -1;
  for (let i = at.start; i <= at.end; i++) {
    const inWord = i < at.end && !isSeparator(line.charCodeAt(i));
    if (inWord && start < 0) start = i;
    else if (!inWord && start >= 0) {
      words.push({ start, end: i });
      start = -1;
    }
  }
  return words;
}

/**
 * Words as ENV, LABEL and ARG take theirs: quotes and the escape character keep blanks in a word, single quotes keep the
 * escape character too. (BuildKit, frontend/dockerfile/parser: `parseWords`.)
 */
export function splitQuoted(line: string, at: Span, escapeChar: string): Span[] {
  const words: Span[] = [];
  let i = at.start;
  while (i < at.end) {
    if (isSpace(line.charCodeAt(i))) {
      i++;
      continue;
    }
    const start = i;
    let quote = '';
    for (; i < at.end; i++) {
      const c = line.charAt(i);
      if (!quote && isSpace(line.charCodeAt(i))) break;
      if (c === escapeChar && quote !== "'") i++;
      else if (quote ? c === quote : c === '"' || c === "'") quote = quote ? '' : c;
    }
    i = Math.min(i, at.end);
    words.push({ start, end: i });
  }
  return words;
}
