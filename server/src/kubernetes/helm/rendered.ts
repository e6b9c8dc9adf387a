import type { Span } from '../../core/span.ts';
import { span } from '../../core/span.ts';
import type { TextEdit } from '../../core/text-edit.ts';
import type { ChartFile } from './chart.ts';

/** The action that printed a piece, and what it printed. */
export interface Printing {
  /** The action in the template. */
  readonly action: Span;
  /** As written: `.Values.image.tag`. */
  readonly path: string;
  readonly file: ChartFile;
  /** The whole value in the chart's file, quotes included. */
  readonly value: Span;
  /** The column at which the lines of a printed block start; infinite for a value on one line, with which no line below goes on. */
  readonly column: number;
  /** Columns to add to lines that go from the rendered text to the chart's file. */
  readonly indentBy: number;
}

/** A run of the rendered text: characters of the template, of a chart's file, or made by the action itself. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Offset of its first character in the template, or in the chart's file; absent for what the action made (indent, quotes). */
  readonly source?: number;
  /** Absent for the template's own text. */
  readonly by?: Printing;
}

/** An edit and the file it belongs to; no file: the template. */
export interface PlacedEdit {
  readonly edit: TextEdit;
  readonly file?: ChartFile;
}

/** A template with the values of its chart put in, and the way back for every character. */
export class Rendered {
  readonly text: string;
  readonly #pieces: readonly Piece[];

  constructor(text: string, pieces: readonly Piece[]) {
    this.text = text;
    this.#pieces = pieces;
  }

  /** Where a span of the rendered text stands in the template; what a value printed stands at its action. */
  toTemplate(s: Span): Span {
    const first = this.#pieces[this.#indexAt(s.start)];
    const last = s.end > s.start ? this.#pieces[this.#indexAt(s.end - 1)] : first;
    const start = first === undefined ? 0 : (first.by?.action.start ?? (first.source ?? 0) + s.start - first.start);
    const end = last === undefined ? start : (last.by?.action.end ?? (last.source ?? 0) + s.end - last.start);
    return span(start, end);
  }

  /** The action that printed the start of a span, and where in the chart's file that is. */
  printedAt(s: Span): { readonly by: Printing; readonly span: Span } | undefined {
    const piece = this.#pieces[this.#indexAt(s.start)];
    if (!piece?.by) return undefined;
    const { by } = piece;
    if (piece.source === undefined) return { by, span: by.value };
    const start = piece.source + s.start - piece.start;
    return { by, span: span(start, Math.min(start + s.end - s.start, piece.source + piece.end - piece.start)) };
  }

  /**
   * Takes an edit of the rendered text to the file that holds what it changes. Undefined where it would change both: the template would
   * have to be written anew.
   */
  place(edit: TextEdit): PlacedEdit | undefined {
    const continued = this.#continued(edit);
    return this.#placeAsIs(continued) ?? this.#placeAsIs(minimal(this.text, continued));
  }

  #placeAsIs(edit: TextEdit): PlacedEdit | undefined {
    const { start, end } = edit.span;
    const touched = start === end ? this.#around(edit) : this.#pieces.filter((p) => p.start < end && p.end > start);
    const by = touched.find((piece) => piece.by)?.by;
    const [first] = touched;
    if (!by) {
      if (touched.length !== 1 || first?.source === undefined) return undefined;
      return { edit: { ...edit, span: span(first.source + start - first.start, first.source + end - first.start) } };
    }
    if (touched.every((piece) => piece.by === by)) return placeInChart(edit, touched, by);
    // `hostNetwork: {{ .Values.x }}` removed as a whole goes from the template.
    const whole = this.#pieces.every((piece) => !piece.by || touched.includes(piece) || !touched.some((t) => t.by === piece.by));
    if (edit.text === '' && whole) return { edit: { text: '', span: this.toTemplate(edit.span) } };
    return this.#placeQuoted(edit, touched, by);
  }

  /** Lines that are put behind a printed block and are as deep as it go on with the block, not with the line below. */
  #continued(edit: TextEdit): TextEdit {
    const { start, end } = edit.span;
    const indent = /^( *)\S[\s\S]*\n$/.exec(edit.text)?.[1]?.length;
    if (start !== end || indent === undefined || this.text[start - 1] !== '\n') return edit;
    const before = this.#pieces[this.#indexAt(start - 2)];
    if (!before?.by || before.end !== start - 1 || indent < before.by.column) return edit;
    return { span: span(start - 1, start - 1), text: `\n${edit.text.slice(0, -1)}` };
  }

  /** `"{{ .Values.x }}"` replaced as a whole: the quotes stay in the template, the value changes. */
  #placeQuoted(edit: TextEdit, touched: readonly Piece[], by: Printing): PlacedEdit | undefined {
    const own = touched.filter((piece) => piece.by !== by);
    const inner = /^(["'])(.*)\1$/s.exec(edit.text)?.[2];
    const quotesOnly = own.every((piece) => {
      const text = this.text.slice(Math.max(piece.start, edit.span.start), Math.min(piece.end, edit.span.end));
      return !piece.by && /^["']$/.test(text);
    });
    if (!quotesOnly || own.length !== 2 || inner === undefined || /["'\\\n]/.test(inner)) return undefined;
    return { file: by.file, edit: { span: by.value, text: `"${inner}"` } };
  }

  /** The pieces an insertion belongs to: at a seam, what it continues. */
  #around(edit: TextEdit): Piece[] {
    const at = edit.span.start;
    const inside = this.#pieces.find((p) => p.start < at && at < p.end);
    if (inside) return [inside];
    const before = this.#pieces.findLast((p) => p.end === at && p.end > p.start);
    const after = this.#pieces.find((p) => p.start === at && p.end > p.start);
    // A new line as deep as a printed block goes on with that block.
    const indent = /^\r?\n( *)/.exec(edit.text)?.[1]?.length;
    const goesOn = before?.by && indent !== undefined && indent >= before.by.column;
    if (before && (goesOn || !before.by)) return [before];
    const own = after && !after.by ? after : undefined;
    return [own ?? before ?? after].filter((p) => p !== undefined);
  }

  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/**
 * The same change with as little as possible of what stays, and a removed line taken with the line break before it rather than the one
 * behind it, which may be the template's.
 */
function minimal(text: string, edit: TextEdit): TextEdit {
  let { start, end } = edit.span;
  let replacement = edit.text;
  while (end > start && replacement !== '' && text[end - 1] === replacement.at(-1)) {
    replacement = replacement.slice(0, -1);
    end--;
  }
  while (end > start && replacement !== '' && text[start] === replacement[0]) {
    replacement = replacement.slice(1);
    start++;
  }
  if (replacement === '' && end > start && text[end - 1] === '\n' && text[start - 1] === '\n') {
    start--;
    end--;
  }
  return { span: span(start, end), text: replacement };
}

function placeInChart(edit: TextEdit, touched: readonly Piece[], by: Printing): PlacedEdit | undefined {
  const own = touched.filter((piece) => piece.source !== undefined);
  const first = own[0];
  const last = own.at(-1);
  if (first?.source === undefined || last?.source === undefined) return undefined;
  const made = touched.some((piece) => piece.source === undefined);
  const start = first.source + Math.max(0, edit.span.start - first.start);
  const end = last.source + Math.min(last.end, edit.span.end) - last.start;
  // Quotes that the action adds are not in the file: the value is replaced with its own.
  const whole = made && by.indentBy === 0 && /^["']/.test(edit.text);
  return { file: by.file, edit: { span: whole ? by.value : span(start, end), text: reindented(edit.text, by.indentBy) } };
}

/** Lines moved by a number of columns; the first goes on where it stands. */
function reindented(text: string, by: number): string {
  if (by === 0) return text;
  return text.replace(/\n( +)/g, (_, spaces: string) => `\n${' '.repeat(Math.max(0, spaces.length + by))}`);
}
