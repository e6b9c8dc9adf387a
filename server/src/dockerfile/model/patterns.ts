/** Steps of pattern matching beyond which a value is called unknown: many wildcards on a long value are no one's Dockerfile. */
const MAX_STEPS = 2_000_000;

/** Thrown within this folder only, and turned into a dynamic value. */
export class TooCostly extends Error {}

interface Token {
  readonly kind: 'char' | 'any' | 'many';
  readonly char: string;
}

function tokens(pattern: string): Token[] {
  const result: Token[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === '*') result.push({ kind: 'many', char: c });
    else if (c === '?') result.push({ kind: 'any', char: c });
    else if (c === '\\' && i + 1 < pattern.length) result.push({ kind: 'char', char: pattern.charAt(++i) });
    else result.push({ kind: 'char', char: c });
  }
  return result;
}

/** For each length from 0 on, whether `text.slice(from, from + length)` matches; `*` and `?` are the only wildcards. */
function matchingLengths(text: string, from: number, pattern: readonly Token[]): boolean[] {
  const length = text.length - from;
  if (length * pattern.length > MAX_STEPS) throw new TooCostly();
  let row: boolean[] = new Array<boolean>(length + 1).fill(false);
  row[0] = true;
  for (const token of pattern) {
    const next = new Array<boolean>(length + 1).fill(false);
    for (let i = 0; i <= length; i++) {
      if (token.kind === 'many') next[i] = row[i] === true || (i > 0 && next[i - 1] === true);
      else next[i] = i > 0 && row[i - 1] === true && (token.kind === 'any' || text.charAt(from + i - 1) === token.char);
    }
    row = next;
  }
  return row;
}

/** `${X#p}` (shortest) and `${X##p}` (longest): the value without a matching start. */
export function trimPrefix(value: string, pattern: string, longest: boolean): string {
  const lengths = matchingLengths(value, 0, tokens(pattern));
  const at = longest ? lengths.lastIndexOf(true) : lengths.indexOf(true);
  return at < 0 ? value : value.slice(at);
}

/** `${X%p}` (shortest) and `${X%%p}` (longest): the value without a matching end. */
export function trimSuffix(value: string, pattern: string, longest: boolean): string {
  const reversed = [...tokens(pattern)].reverse();
  const backwards = [...value].length === value.length ? value.split('').reverse().join('') : undefined;
  if (backwards === undefined) throw new TooCostly();
  const lengths = matchingLengths(backwards, 0, reversed);
  const at = longest ? lengths.lastIndexOf(true) : lengths.indexOf(true);
  return at < 0 ? value : value.slice(0, value.length - at);
}

/** `${X/p/r}` (first) and `${X//p/r}` (all): the longest match from the left on is replaced. */
export function replacePattern(value: string, pattern: string, replacement: string, all: boolean): string {
  const parsed = tokens(pattern);
  if (parsed.length === 0) return value;
  if (value.length * value.length * parsed.length > MAX_STEPS * 8) throw new TooCostly();
  let result = '';
  let at = 0;
  while (at < value.length) {
    const length = matchingLengths(value, at, parsed).lastIndexOf(true);
    if (length <= 0) {
      result += value.charAt(at++);
      continue;
    }
    result += replacement;
    at += length;
    if (!all) break;
  }
  return result + value.slice(at);
}
