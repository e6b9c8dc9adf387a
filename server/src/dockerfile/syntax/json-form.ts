import { MappedText, type Segment } from '../../core/mapped-text.ts';
import type { Span } from '../../core/span.ts';
import { sourceSpan } from './spaces.ts';
import type { JsonString } from './syntax.ts';

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** What the arguments are: a JSON array of strings, one that holds something else (an error), or not JSON. */
export type JsonForm =
  | { readonly kind: 'strings'; readonly strings: readonly JsonString[]; readonly words: readonly Span[] }
  | { readonly kind: 'mixed' | 'none' };

/**
 * Reads arguments as the JSON form that Docker calls exec form: a whole, valid JSON array and nothing behind it. An array
 * with anything but strings is an error, everything else is shell form. `words` are the strings with their quotes, as offsets
 * of the arguments. (BuildKit, frontend/dockerfile/parser: `parseJSON`.)
 */
export function readJsonForm(args: MappedText): JsonForm {
  const { text } = args;
  if (!text.startsWith('[') || !text.endsWith(']')) return { kind: 'none' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: 'none' };
  }
  if (!Array.isArray(parsed)) return { kind: 'none' };
  if (parsed.some((item) => typeof item !== 'string')) return { kind: 'mixed' };
  const strings: JsonString[] = [];
  const words: Span[] = [];
  let at = 1;
  for (;;) {
    const open = text.indexOf('"', at);
    if (open < 0) return { kind: 'strings', strings, words };
    const close = closingQuote(text, open);
    const decoded = decode(args, open + 1, close);
    strings.push({ value: decoded.text, span: sourceSpan(args, open, close + 1), text: decoded });
    words.push({ start: open, end: close + 1 });
    at = close + 1;
  }
}

function closingQuote(text: string, open: number): number {
  let i = open + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i;
}

/** The decoded text of a valid JSON string's inside; the character of an escape maps to the last one written. */
function decode(args: MappedText, start: number, end: number): MappedText {
  const raw = args.text.slice(start, end);
  if (!raw.includes('\\')) return args.slice({ start: start, end: end });
  const parts: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  const add = (text: string, mapped: readonly Segment[]): void => {
    for (const s of mapped) segments.push({ start: length + s.start, source: s.source, length: s.length });
    parts.push(text);
    length += text.length;
  };
  let i = 0;
  while (i < raw.length) {
    const found = raw.indexOf('\\', i);
    const backslash = found < 0 ? raw.length : found;
    if (backslash > i) {
      const plain = args.slice({ start: start + i, end: start + backslash });
      add(plain.text, plain.segments);
    }
    if (found < 0) break;
    const c = raw.charAt(backslash + 1);
    const next = backslash + (c === 'u' ? 6 : 2);
    const decoded = c === 'u' ? String.fromCharCode(Number.parseInt(raw.slice(backslash + 2, next), 16)) : (ESCAPES[c] ?? c);
    add(decoded, [{ start: 0, source: args.toSource(start + next - 1), length: 1 }]);
    i = next;
  }
  return new MappedText(parts.join(''), segments);
}
