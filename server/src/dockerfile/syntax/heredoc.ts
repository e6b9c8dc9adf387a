import { MappedText, type Segment } from '../../core/mapped-text.ts';
import type { Span } from '../../core/span.ts';
import { isSpace } from './spaces.ts';
import type { Heredoc } from './syntax.ts';

/** A `<<NAME` in a logical line, before its body is read; `span` holds offsets of that line. */
export interface HeredocOpening {
  readonly name: string;
  readonly expand: boolean;
  readonly chomp: boolean;
  readonly fileDescriptor: number;
  readonly span: Span;
}

const OPENING = /^(\d*)<<(-?)([^<]*)$/;
const OPERATOR = /^\d*<<-?$/;

/**
 * The heredocs that a logical line opens, in order. The line is cut into words as BuildKit's shell lexer does, with the
 * backslash as escape whatever the directive says; a quote or `${` that never ends makes that lexer fail, and then the line
 * opens none. (BuildKit, frontend/dockerfile/parser: `heredocsFromLine`.)
 */
export function findHeredocs(line: string): readonly HeredocOpening[] {
  if (!line.includes('<<')) return [];
  const words = shellWords(line);
  const found: HeredocOpening[] = [];
  for (const span of words ?? []) {
    const match = OPENING.exec(line.slice(span.start, span.end));
    const name = unquote(match?.[3] ?? '');
    if (!match || !name?.text) continue;
    found.push({
      name: name.text,
      expand: !name.quoted,
      chomp: match[2] === '-',
      fileDescriptor: match[1] ? Number(match[1]) : 0,
      span,
    });
  }
  return found;
}

function shellWords(line: string): Span[] | undefined {
  const words: Span[] = [];
  const lastBrace = line.lastIndexOf('}');
  let start = -1;
  let i = 0;
  while (i < line.length) {
    if (isSpace(line.charCodeAt(i))) {
      // `<< EOF` is one word: blanks behind the operator do not end it.
      if (start >= 0 && !OPERATOR.test(line.slice(start, i))) {
        words.push({ start, end: i });
        start = -1;
      }
      while (i < line.length && isSpace(line.charCodeAt(i))) i++;
      continue;
    }
    if (start < 0) start = i;
    i = skipToken(line, i, lastBrace);
    if (i < 0) return undefined;
  }
  if (start >= 0) words.push({ start, end: line.length });
  return words;
}

/** The offset behind the quoted text, expansion, escape or character at `i`; -1 when it never ends. */
function skipToken(line: string, i: number, lastBrace: number): number {
  const c = line.charAt(i);
  if (c === "'") return line.indexOf("'", i + 1) + 1 || -1;
  if (c === '"') return skipDoubleQuoted(line, i);
  if (c === '\\') return Math.min(i + 2, line.length);
  // Blanks inside `${…}` split words as anywhere else, so only what must close is looked at.
  if (c === '$' && line.charAt(i + 1) === '{') return lastBrace < i ? -1 : i + 2;
  return i + 1;
}

function skipDoubleQuoted(line: string, open: number): number {
  for (let i = open + 1; i < line.length; i++) {
    const c = line.charAt(i);
    if (c === '\\') i++;
    else if (c === '"') return i + 1;
  }
  return -1;
}

/** A delimiter without quotes and escapes; undefined when a quote never ends or a blank splits it. */
function unquote(word: string): { readonly text: string; readonly quoted: boolean } | undefined {
  const chars: string[] = [];
  let quote = '';
  let quoted = false;
  const trimmed = word.trim();
  for (let i = 0; i < trimmed.length; i++) {
    const c = trimmed.charAt(i);
    if (!quote && isSpace(trimmed.charCodeAt(i))) return undefined;
    if (quote ? c === quote : c === '"' || c === "'") {
      quote = quote ? '' : c;
      quoted = true;
    } else if (c === '\\' && quote !== "'") {
      const next = trimmed.charAt(i + 1);
      if (quote && next !== '"' && next !== '$' && next !== '\\') chars.push(c);
      else if (next) {
        chars.push(next);
        i++;
      }
    } else chars.push(c);
  }
  return quote ? undefined : { text: chars.join(''), quoted };
}

/**
 * Reads one heredoc's body from `from` on: up to the line that is the delimiter (leading tabs left out for `<<-`), or to the
 * end of the text. Lines end at `\n` only, and the body keeps its line endings, as in BuildKit.
 */
export function readBody(
  text: string,
  from: number,
  opening: HeredocOpening,
  operator: Span,
): { readonly heredoc: Heredoc; readonly next: number; readonly end: number } {
  const parts: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  let at = from;
  let terminated = false;
  let end = Math.max(0, from - 1);
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    end = lineEnd(text, at, next);
    let start = at;
    if (opening.chomp) while (text.charCodeAt(start) === 9) start++;
    at = next;
    if (end - start === opening.name.length && text.startsWith(opening.name, start)) {
      terminated = true;
      break;
    }
    const last = segments.at(-1);
    if (last && last.source + last.length === start) {
      segments[segments.length - 1] = { start: last.start, source: last.source, length: last.length + next - start };
    } else if (next > start) segments.push({ start: length, source: start, length: next - start });
    parts.push(text.slice(start, next));
    length += next - start;
  }
  if (segments.length === 0) segments.push({ start: 0, source: Math.min(from, text.length), length: 0 });
  const { name, expand, chomp, fileDescriptor } = opening;
  const content = new MappedText(parts.join(''), segments);
  return { heredoc: { name, expand, chomp, fileDescriptor, content, operator, terminated }, next: at, end };
}

/** Where the line `[start, next)` ends without its `\n` and the `\r` before it. */
export function lineEnd(text: string, start: number, next: number): number {
  let end = next;
  if (end > start && text.charCodeAt(end - 1) === 10) end--;
  while (end > start && text.charCodeAt(end - 1) === 13) end--;
  return end;
}
