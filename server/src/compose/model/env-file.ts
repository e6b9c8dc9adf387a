import type { Span } from '../../core/span.ts';
import { span } from '../../core/span.ts';

/** One `NAME=value` line of an env file. Offsets are the env file's. */
export interface EnvEntry {
  readonly name: string;
  readonly nameSpan: Span;
  /** Quotes and comment gone, escapes of double quotes resolved; variables as written. Undefined for a name alone. */
  readonly value: string | undefined;
  /** What stands between the quotes; for a name alone the empty span behind it. */
  readonly valueSpan: Span;
  /** Whether Compose fills variables in: not in single quotes, and not in a file of `format: raw`. */
  readonly interpolated: boolean;
}

const HEAD = /[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*(=|:(?=[ \t]))?[ \t]*/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', '"': '"', $: '$$' };

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Offset of the quote that closes the one at `open`, over lines if need be. */
function closingQuote(text: string, open: number): number | undefined {
  const quote = text[open];
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote) return i;
  }
  return undefined;
}

function plainValue(text: string, from: number, raw: boolean): Span {
  const line = text.slice(from, lineEnd(text, from)).replace(/\r$/, '');
  const comment = raw ? -1 : line.search(/(?:^|[ \t])#/);
  const value = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  return span(from, from + value.length);
}

/**
 * The entries of an env file in their order, as Docker Compose reads it (Compose docs, "Set environment variables", "Env_file syntax";
 * compose-go `dotenv`). With `raw`, quotes and `#` are part of the value. Total: other lines are passed over.
 */
export function readEnvEntries(text: string, { raw = false }: { readonly raw?: boolean } = {}): readonly EnvEntry[] {
  const entries: EnvEntry[] = [];
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; ) {
    HEAD.lastIndex = at;
    const head = HEAD.exec(text);
    const name = head?.[1];
    if (!head || name === undefined) {
      at = lineEnd(text, at) + 1;
      continue;
    }
    const start = at + head[0].length;
    const nameStart = at + head[0].indexOf(name);
    const nameSpan = span(nameStart, nameStart + name.length);
    const quote = text[start];
    const close = head[2] && !raw && (quote === '"' || quote === "'") ? closingQuote(text, start) : undefined;
    if (!head[2]) {
      const alone = /^[ \t]*(?:#.*)?\r?$/.test(text.slice(start, lineEnd(text, start)));
      if (alone)
        entries.push({ name, nameSpan, value: undefined, valueSpan: span(nameSpan.end, nameSpan.end), interpolated: false });
      at = lineEnd(text, start) + 1;
    } else if (close === undefined) {
      const valueSpan = plainValue(text, start, raw);
      entries.push({ name, nameSpan, value: text.slice(valueSpan.start, valueSpan.end), valueSpan, interpolated: !raw });
      at = lineEnd(text, start) + 1;
    } else {
      const valueSpan = span(start + 1, close);
      const inner = text.slice(valueSpan.start, valueSpan.end);
      const value =
        quote === "'"
          ? inner.replaceAll("\\'", "'")
          : inner.replace(/\\([\s\S])/g, (whole, escaped: string) => ESCAPES[escaped] ?? whole);
      entries.push({ name, nameSpan, value, valueSpan, interpolated: quote === '"' });
      at = lineEnd(text, close) + 1;
    }
  }
  return entries;
}

/** The variables of an env file; those that depend on a variable which the file does not set before are left out. */
export function readEnvVariables(text: string): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const { name, value, interpolated } of readEnvEntries(text)) {
    const filled = value === undefined || !interpolated ? value : filledIn(value, variables);
    if (filled === undefined) variables.delete(name);
    else variables.set(name, filled);
  }
  return variables;
}

function filledIn(value: string, known: ReadonlyMap<string, string>): string | undefined {
  let complete = true;
  const filled = value.replace(/\$(?:\$|(\w+)|\{(\w+)(?:(:?-)([^}]*))?\})/g, (whole, bare, braced, operator, fallback) => {
    if (whole === '$$') return '$';
    const found = known.get(bare ?? braced);
    if (found !== undefined && !(operator === ':-' && found === '')) return found;
    if (operator === undefined) complete = false;
    return fallback ?? '';
  });
  return complete ? filled : undefined;
}
