import type { Segment } from '../core/mapped-text.ts';
import { MappedText } from '../core/mapped-text.ts';
import type { YamlDocument, YamlScalar } from './node.ts';

/** Gathers pieces of a decoded text; neighbouring ones become one. */
class Pieces {
  readonly segments: Segment[] = [];
  text = '';

  add(text: string, source: number): void {
    const last = this.segments.at(-1);
    const start = this.text.length;
    this.text += text;
    if (last && last.start + last.length === start && last.source + last.length === source)
      this.segments[this.segments.length - 1] = { ...last, length: last.length + text.length };
    else if (text !== '') this.segments.push({ start, source, length: text.length });
  }
}

/** YAML 1.2.2, section 8.1.2: each line of the text is a line of the source without its indent. */
function literal(source: string, node: YamlScalar): Pieces | undefined {
  const pieces = new Pieces();
  const lines = node.text.split('\n');
  let at = source.indexOf('\n', node.span.start) + 1;
  let indent: number | undefined;
  for (const [i, line] of lines.entries()) {
    const isLast = i === lines.length - 1;
    if (isLast && line === '') break;
    const end = source.indexOf('\n', at);
    const written = source.slice(at, end < 0 ? source.length : end).replace(/\r$/, '');
    const before = written.length - line.length;
    if (at === 0 || before < 0 || !written.endsWith(line) || /[^ ]/.test(written.slice(0, before))) return undefined;
    if (line !== '') {
      indent ??= before;
      if (indent !== before) return undefined;
    }
    pieces.add(line, at + before);
    if (isLast) break;
    if (end < 0) {
      // The last line of a file may lack its break, which the text has all the same.
      if (i !== lines.length - 2 || lines[i + 1] !== '') return undefined;
      pieces.text += '\n';
      break;
    }
    pieces.add('\n', end);
    at = end + 1;
  }
  return pieces;
}

const SIMPLE: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const BY_NUMBER: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** What a backslash stands for in double quotes (section 5.7), and how many characters it takes. */
function escaped(source: string, at: number): { readonly text: string; readonly length: number } | undefined {
  const c = source[at + 1] ?? '';
  const digits = BY_NUMBER[c];
  if (digits === undefined) return SIMPLE[c] === undefined ? undefined : { text: SIMPLE[c], length: 2 };
  const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
  return code <= 0x10ffff ? { text: String.fromCodePoint(code), length: 2 + digits } : undefined;
}

/** Line breaks with the blanks around them, at an offset: how many there are and where they end. */
function breaks(
  source: string,
  at: number,
  limit: number,
): { readonly offsets: readonly number[]; readonly end: number } | undefined {
  const offsets: number[] = [];
  let i = at;
  for (; i < limit && /[ \t\r\n]/.test(source[i] ?? ''); i++) if (source[i] === '\n') offsets.push(i);
  return offsets.length > 0 ? { offsets, end: i } : undefined;
}

/**
 * Flow scalars and folded blocks: walks the source and the decoded text side by side. One line break is a blank, of more the first is
 * dropped (section 6.5), unless the lines around are indented further.
 */
function folded(source: string, node: YamlScalar, from: number, to: number): Pieces | undefined {
  const pieces = new Pieces();
  const { style, text } = node;
  let i = from;
  while (pieces.text.length < text.length) {
    const expected = text[pieces.text.length] ?? '';
    const run = breaks(source, i, to);
    if (style === 'double' && source[i] === '\\' && /[\r\n]/.test(source[i + 1] ?? '')) {
      i = breaks(source, i + 1, to)?.end ?? to;
    } else if (style === 'double' && source[i] === '\\') {
      const one = escaped(source, i);
      if (!one || !text.startsWith(one.text, pieces.text.length)) return undefined;
      // Its last character is where the source ends, so that a span over it covers the whole escape.
      pieces.add(one.text, i + one.length - one.text.length);
      i += one.length;
    } else if (style === 'single' && source[i] === "'" && source[i + 1] === "'" && expected === "'") {
      pieces.add("'", i + 1);
      i += 2;
    } else if (run && (expected === ' ' || expected === '\n') && !(source[i] === ' ' && style === 'folded' && expected === ' ')) {
      const wanted = expected === ' ' ? 1 : (/^\n+/.exec(text.slice(pieces.text.length))?.[0].length ?? 0);
      const used = run.offsets.slice(-wanted);
      if (used.length < wanted) return undefined;
      for (const offset of used) pieces.add(expected, offset);
      i = run.end;
      if (style === 'folded') i = resume(source, i, text.slice(pieces.text.length));
    } else if (source[i] === expected && i < to) {
      pieces.add(expected, i);
      i += 1;
    } else return undefined;
  }
  return pieces;
}

/** Lines of a folded block that are indented further keep their blanks. */
function resume(source: string, at: number, rest: string): number {
  const kept = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
  return source.slice(at - kept, at) === rest.slice(0, kept) ? at - kept : at;
}

/**
 * The text that a scalar stands for, with where each of its characters is written: offsets of the document. Undefined where that can't be
 * told. (https://yaml.org/spec/1.2.2/, sections 7.3 and 8.1)
 */
export function mappedScalar(document: YamlDocument, node: YamlScalar): MappedText | undefined {
  const { text: source } = document;
  const { start, end } = node.span;
  let pieces: Pieces | undefined;
  if (node.style === 'literal') pieces = literal(source, node);
  else if (node.style === 'folded') {
    const body = source.indexOf('\n', start) + 1;
    const indent = /^[ \t\r\n]*/.exec(source.slice(body))?.[0] ?? '';
    const blank = indent.split('\n').length - 1;
    pieces = blank === 0 && body > 0 ? folded(source, node, body + indent.length, source.length) : undefined;
  } else {
    const quote = node.style === 'plain' ? 0 : 1;
    pieces = folded(source, node, start + quote, end - quote);
  }
  return pieces?.text === node.text ? new MappedText(node.text, pieces.segments) : undefined;
}
