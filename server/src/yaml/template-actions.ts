import type { Span } from '../core/span.ts';
import { span } from '../core/span.ts';

/** One `{{ … }}` of a Go template (https://pkg.go.dev/text/template#hdr-Actions). */
export interface Action {
  readonly span: Span;
  /** What it does to the text around it: *open* and *close* are control flow, *silent* prints nothing, *emit* prints. */
  readonly role: 'open' | 'middle' | 'close' | 'silent' | 'emit';
  /** Column at which printed lines start, when it says so itself: `nindent 8`. */
  readonly indent?: number;
}

const ROLES: Readonly<Record<string, Action['role']>> = {
  if: 'open',
  range: 'open',
  with: 'open',
  define: 'open',
  block: 'open',
  else: 'middle',
  end: 'close',
  break: 'silent',
  continue: 'silent',
  fail: 'silent',
};

/** The closing delimiter, with strings, raw strings and comments of Go stepped over; -1 when a `{{` comes first or none is there. */
function endOfAction(text: string, from: number, missing: Set<string>): number {
  let at = from;
  while (at < text.length) {
    const c = text[at];
    if (c === '}' && text[at + 1] === '}') return at + 2;
    if (c === '{' && text[at + 1] === '{') return -1;
    if (c === '"') {
      at++;
      while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
    } else if (c === '`' || (c === '/' && text[at + 1] === '*')) {
      const closer = c === '`' ? '`' : '*/';
      // What is missing once is missing further on as well: not looked for again, so that the scan stays linear.
      const close = missing.has(closer) ? -1 : text.indexOf(closer, at + closer.length);
      if (close < 0) missing.add(closer);
      if (close < 0) return -1;
      at = close;
    }
    at++;
  }
  return -1;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  const end = newline < 0 ? text.length : newline;
  return text[end - 1] === '\r' && end - 1 >= from ? end - 1 : end;
}

function roleOf(body: string): Action['role'] {
  if (body.startsWith('/*')) return 'silent';
  if (/^\$\w*(?:\s*,\s*\$\w*)?\s*:?=/.test(body)) return 'silent';
  const word = /^[A-Za-z]+/.exec(body)?.[0] ?? '';
  return Object.hasOwn(ROLES, word) ? (ROLES[word] ?? 'emit') : 'emit';
}

/**
 * All template actions of a text, in order. One that is not closed (half typed) ends with its line. Linear: an unclosed
 * action is looked for at most up to the next `{{`. Offsets are UTF-16.
 */
export function findActions(text: string): Action[] {
  const actions: Action[] = [];
  const missing = new Set<string>();
  for (let start = text.indexOf('{{'); start >= 0; ) {
    const closed = endOfAction(text, start + 2, missing);
    // Half typed: up to a `}}` on the same line even if a quote stands open before it, else to the end of the line.
    const line = lineEnd(text, start);
    const near = closed >= 0 ? -1 : text.slice(start, line).indexOf('}}');
    const end = closed >= 0 ? closed : near >= 0 ? start + near + 2 : line;
    const body = text.slice(start + 2, end).replace(/^-?\s*/, '');
    const role = roleOf(body);
    const indent = role === 'emit' ? /^.*\bn?indent\s+(\d{1,3})\b/s.exec(body)?.[1] : undefined;
    actions.push({ span: span(start, end), role, ...(indent === undefined ? {} : { indent: Number(indent) }) });
    start = text.indexOf('{{', Math.max(end, start + 2));
  }
  return actions;
}
