import type { Span } from '../../core/span.ts';
import { span } from '../../core/span.ts';
import type { At, Value } from '../../core/value.ts';
import type { Field } from './field.ts';
import type { ScalarText } from './text.ts';
import { inside, scalarText, textOf } from './text.ts';

/** `command` or `entrypoint`: a list of words, or one text that Compose cuts into words without a shell. */
export interface Command {
  readonly syntax: 'list' | 'text';
  readonly words: readonly Value<string>[];
  /** The text form with its variables. */
  readonly text?: ScalarText;
  /** True when words may be there that are not seen. */
  readonly open: boolean;
  readonly at: At;
}

/** Words as `shellwords` cuts them: at blanks outside quotes. Spans keep the quotes. */
function splitWords(text: string, opaque: readonly Span[]): readonly Span[] {
  const words: Span[] = [];
  let start = -1;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    const inVariable = opaque.some((s) => s.start <= i && i < s.end);
    if (!inVariable && quote === '' && /\s/.test(c)) {
      if (start >= 0) words.push(span(start, i));
      start = -1;
      continue;
    }
    if (start < 0) start = i;
    if (inVariable) continue;
    if (c === '\\' && quote !== "'") i++;
    else if (quote === '' && (c === '"' || c === "'")) quote = c;
    else if (c === quote) quote = '';
  }
  if (start >= 0) words.push(span(start, text.length));
  return words;
}

/** A shell word without its quotes and backslashes. */
function unquoted(word: string): string {
  return word.replace(
    /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])/g,
    (_whole, single?: string, double?: string, escaped?: string) =>
      single ?? (double === undefined ? (escaped ?? '') : double.replace(/\\(["\\$`])/g, '$1')),
  );
}

/** Reads `command`/`entrypoint`; undefined when not written. An extending service replaces it whole. */
export function readCommand(field: Field): Command | undefined {
  const { last } = field;
  if (!last || (last.node.kind === 'scalar' && last.node.isNull && last.node.template === undefined)) return undefined;
  const { scope, at } = field;
  if (last.node.kind === 'seq') {
    const words = last.node.items.map((node) => textOf(inside(last, node), scope));
    return { syntax: 'list', words, open: last.node.open, at };
  }
  const text = scalarText(last, scope);
  if (!text) return { syntax: 'text', words: [], open: true, at };
  const words = text.parts(splitWords).map((word) => (word.kind === 'known' ? { ...word, value: unquoted(word.value) } : word));
  return { syntax: 'text', words, text, open: false, at };
}
