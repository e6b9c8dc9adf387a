import type { Piece } from './frame.ts';

/** How backslashes work at a place (POSIX Shell Command Language, 2.2 Quoting; bash manual, "ANSI-C Quoting"). */
export type Quoting = 'none' | 'single' | 'double' | 'backtick' | 'here-document' | 'ansi-c';

/** The characters that a backslash escapes; before any other one it stays. */
const ESCAPABLE: Readonly<Record<'double' | 'backtick' | 'here-document', string>> = {
  double: '$`"\\',
  backtick: '$`\\',
  'here-document': '$`\\',
};

const ANSI_C: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};
const ANSI_C_NUMBER = /^\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3}))/;

function ansiCEscape(text: string, at: number): { readonly text: string; readonly length: number } | undefined {
  const simple = ANSI_C[text[at + 1] ?? ''];
  if (simple !== undefined) return { text: simple, length: 2 };
  const number = ANSI_C_NUMBER.exec(text.slice(at, at + 10));
  if (!number) return undefined;
  const code =
    number[4] === undefined ? Number.parseInt(number[1] ?? number[2] ?? number[3] ?? '0', 16) : Number.parseInt(number[4], 8);
  return { text: code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd', length: number[0].length };
}

/** What a backslash at `at` and the characters behind it stand for; undefined when it is an ordinary character. */
function escapeAt(text: string, at: number, quoting: Quoting): { readonly text: string; readonly length: number } | undefined {
  const next = text[at + 1];
  if (next === undefined || quoting === 'single') return undefined;
  if (quoting === 'ansi-c') return ansiCEscape(text, at);
  if (next === '\n' && quoting !== 'backtick') return { text: '', length: 2 };
  if (quoting !== 'none' && !ESCAPABLE[quoting].includes(next)) return undefined;
  return { text: next, length: 2 };
}

/**
 * Takes the backslashes out of `text.slice(start, end)` as the shell does under `quoting`. The pieces keep where each character
 * stands (UTF-16 offsets into `text`).
 */
export function decode(text: string, start: number, end: number, quoting: Quoting): Piece[] {
  const pieces: Piece[] = [];
  const limited = text.slice(0, end);
  let from = start;
  let at = start;
  const flush = () => {
    if (at > from) pieces.push({ text: text.slice(from, at), from, exact: true });
  };
  while (at < end) {
    const found = text[at] === '\\' ? escapeAt(limited, at, quoting) : undefined;
    if (!found) {
      at += 1;
      continue;
    }
    flush();
    const exact = text[at + 1] === found.text && found.length === 2;
    if (found.text !== '') pieces.push({ text: found.text, from: at + found.length - 1, exact, escaped: true });
    at += found.length;
    from = at;
  }
  flush();
  return pieces;
}
