import type { Span } from '../../core/span.ts';
import { span } from '../../core/span.ts';

/** How a braced variable falls back, as written behind its name. */
export type InterpolationOperator = ':-' | '-' | ':?' | '?' | ':+' | '+';

/** Characters of a template that stand for themselves; `text` has `$$` already turned into `$`. */
export interface LiteralPiece {
  readonly kind: 'literal';
  readonly text: string;
  readonly span: Span;
}

/** `$NAME`, `${NAME}` or `${NAME<operator><operand>}`. Spans are UTF-16 offsets into the template's text. */
export interface VariablePiece {
  readonly kind: 'variable';
  readonly name: string;
  readonly span: Span;
  readonly operator?: InterpolationOperator;
  /** The default, error text or replacement behind the operator: a template itself. */
  readonly operand: readonly TemplatePiece[];
  readonly operandSpan?: Span;
}

/** A run of characters or a variable. */
export type TemplatePiece = LiteralPiece | VariablePiece;

/** A scalar's text taken apart. */
export interface Template {
  readonly text: string;
  readonly pieces: readonly TemplatePiece[];
  /** Places where Compose would refuse the text ("invalid interpolation format"): a lone `$`, an unclosed `${`. */
  readonly malformed: readonly Span[];
}

/** Where the value of a variable was taken from: the `.env` file, the default beside it, or nowhere. */
export type VariableSource = 'variables' | 'default' | 'unknown';

/** One variable that an interpolated text depends on. */
export interface VariableUse {
  readonly name: string;
  readonly source: VariableSource;
  readonly piece: VariablePiece;
}

/** A template with its variables filled in. */
export interface Interpolated {
  /** When known, the text the program sees. Otherwise the template with what is known filled in, `$$` still doubled. */
  readonly text: string;
  readonly known: boolean;
  readonly uses: readonly VariableUse[];
}

const NAME = /[_a-zA-Z][_a-zA-Z0-9]*/y;
const OPERATORS: readonly InterpolationOperator[] = [':-', ':?', ':+', '-', '?', '+'];
const MAX_DEPTH = 50;

/** For each `${` the offset of its `}`; nested ones are matched inside out, and `$$` opens nothing. */
function matchBraces(text: string): ReadonlyMap<number, number> {
  const matches = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '$' && text[i + 1] === '$') i++;
    else if (c === '$' && text[i + 1] === '{') open.push(i++);
    else if (c === '}') {
      const start = open.pop();
      if (start !== undefined) matches.set(start, i);
    }
  }
  return matches;
}

function nameAt(text: string, offset: number): string | undefined {
  NAME.lastIndex = offset;
  return NAME.exec(text)?.[0];
}

class TemplateParser {
  readonly malformed: Span[] = [];
  readonly #text: string;
  readonly #closing: ReadonlyMap<number, number>;

  constructor(text: string) {
    this.#text = text;
    this.#closing = matchBraces(text);
  }

  pieces(from: number, to: number, depth: number): TemplatePiece[] {
    const pieces: TemplatePiece[] = [];
    let literal = '';
    let literalStart = from;
    const flush = (end: number): void => {
      if (end > literalStart) pieces.push({ kind: 'literal', text: literal, span: span(literalStart, end) });
      literal = '';
    };
    let i = from;
    while (i < to) {
      if (this.#text[i] !== '$') {
        literal += this.#text[i++];
        continue;
      }
      if (this.#text[i + 1] === '$' && i + 1 < to) {
        literal += '$';
        i += 2;
        continue;
      }
      const variable = this.#variable(i, to, depth);
      if (variable) {
        flush(i);
        pieces.push(variable);
        i = literalStart = variable.span.end;
      } else {
        this.malformed.push(span(i, i + 1));
        literal += this.#text[i++];
      }
    }
    flush(to);
    return pieces;
  }

  #variable(start: number, to: number, depth: number): VariablePiece | undefined {
    const braced = this.#text[start + 1] === '{';
    const name = nameAt(this.#text, start + (braced ? 2 : 1));
    if (name === undefined) return undefined;
    if (!braced) {
      const end = start + 1 + name.length;
      return end > to ? undefined : { kind: 'variable', name, span: span(start, end), operand: [] };
    }
    const close = this.#closing.get(start);
    if (close === undefined || close >= to) return undefined;
    const whole = span(start, close + 1);
    const behind = start + 2 + name.length;
    if (behind === close) return { kind: 'variable', name, span: whole, operand: [] };
    const operator = OPERATORS.find((o) => this.#text.startsWith(o, behind));
    if (operator === undefined || depth >= MAX_DEPTH) return undefined;
    const operandSpan = span(behind + operator.length, close);
    const operand = this.pieces(operandSpan.start, operandSpan.end, depth + 1);
    return { kind: 'variable', name, span: whole, operator, operand, operandSpan };
  }
}

/** Takes a text apart as Compose's interpolation does (Compose spec, "Interpolation"; compose-go `template`). */
export function parseTemplate(text: string): Template {
  if (!text.includes('$')) {
    return { text, pieces: text === '' ? [] : [{ kind: 'literal', text, span: span(0, text.length) }], malformed: [] };
  }
  const parser = new TemplateParser(text);
  return { text, pieces: parser.pieces(0, text.length, 0), malformed: parser.malformed };
}

/**
 * Fills in a template from the variables of the project's `.env` file. A variable that is not in there may still come from the
 * shell that runs Compose, so that it is known only through its default; the shell itself is never read.
 */
export function interpolate(template: Template, variables: ReadonlyMap<string, string>): Interpolated {
  const uses: VariableUse[] = [];
  const fill = (pieces: readonly TemplatePiece[]): readonly FilledPiece[] =>
    pieces.map((piece) => fillPiece(piece, template.text, variables, uses, fill));
  const filled = fill(template.pieces);
  const known = filled.every((piece) => piece.known);
  const text = filled.map((piece) => (known || !piece.known ? piece.text : piece.text.replaceAll('$', '$$$$'))).join('');
  return { text, known, uses };
}

interface FilledPiece {
  readonly text: string;
  readonly known: boolean;
}

function fillPiece(
  piece: TemplatePiece,
  source: string,
  variables: ReadonlyMap<string, string>,
  uses: VariableUse[],
  fill: (pieces: readonly TemplatePiece[]) => readonly FilledPiece[],
): FilledPiece {
  if (piece.kind === 'literal') return { text: piece.text, known: true };
  const value = variables.get(piece.name);
  const strict = piece.operator?.startsWith(':') ?? false;
  const holds = value !== undefined && (!strict || value !== '');
  const found: VariableSource = value === undefined ? 'default' : 'variables';
  const unknown: FilledPiece = { text: source.slice(piece.span.start, piece.span.end), known: false };
  const operand = (): FilledPiece => {
    uses.push({ name: piece.name, source: found, piece });
    const inner = fill(piece.operand);
    return inner.every((p) => p.known) ? { text: inner.map((p) => p.text).join(''), known: true } : unknown;
  };
  switch (piece.operator) {
    case ':-':
    case '-':
      if (!holds) return operand();
      break;
    case ':+':
    case '+':
      if (holds) return operand();
      uses.push({ name: piece.name, source: found, piece });
      return { text: '', known: true };
    default:
      if (!holds && (value === undefined || piece.operator !== undefined)) {
        uses.push({ name: piece.name, source: 'unknown', piece });
        return unknown;
      }
  }
  uses.push({ name: piece.name, source: 'variables', piece });
  return { text: value ?? '', known: true };
}

/**
 * What a template says in the file itself: its own characters and the defaults that hold. Everything that comes from elsewhere, the
 * `.env` file included, stays a reference `${NAME}`; `$$` stays doubled.
 */
export function writtenText(template: Template, variables: ReadonlyMap<string, string>): string {
  const own = (pieces: readonly TemplatePiece[]): string =>
    pieces
      .map((piece) => {
        if (piece.kind === 'literal') return piece.text.replaceAll('$', '$$$$');
        const hasDefault = piece.operator === ':-' || piece.operator === '-';
        return hasDefault && !variables.has(piece.name) ? own(piece.operand) : `\${${piece.name}}`;
      })
      .join('');
  return own(template.pieces);
}

/** What certainly stands at the start of a dynamic value's text: everything before its first variable, `$$` resolved. */
export function knownPrefix(text: string): string {
  const first = parseTemplate(text).pieces[0];
  return first?.kind === 'literal' ? first.text : '';
}

/** What certainly stands at the end of a dynamic value's text: everything behind its last variable, `$$` resolved. */
export function knownSuffix(text: string): string {
  const last = parseTemplate(text).pieces.at(-1);
  return last?.kind === 'literal' ? last.text : '';
}
