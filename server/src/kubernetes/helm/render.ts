import type { Span } from '../../core/span.ts';
import type { YamlNode } from '../../yaml/node.ts';
import { findActions } from '../../yaml/template-actions.ts';
import { type Chart, type ChartValue, isEmpty } from './chart.ts';
import { type Dot, evaluate, type Printed, resolve } from './evaluate.ts';
import { bodyOf, parsePipeline } from './pipeline.ts';
import { type Piece, type Printing, Rendered } from './rendered.ts';

/** A block of control flow that is open: its dot, and the pipeline's value when `with` or `if` found it empty. */
interface Block {
  readonly dot: Dot;
  /** Where its body starts, when the body is not printed. */
  readonly hiddenFrom?: number;
}

class Renderer {
  readonly #text: string;
  readonly #chart: Chart;
  readonly #pieces: Piece[] = [];
  readonly #blocks: Block[] = [];
  #out = '';
  #copied = 0;
  #printed = false;

  constructor(text: string, chart: Chart) {
    this.#text = text;
    this.#chart = chart;
  }

  run(): Rendered | undefined {
    for (const { span: at, role } of findActions(this.#text)) {
      const body = bodyOf(this.#text.slice(at.start, at.end));
      if (role === 'open') this.#blocks.push(this.#open(body, at));
      else if (role === 'middle') this.#else(at);
      else if (role === 'close') this.#end(at);
      else if (role === 'emit' && this.#text.startsWith('}}', at.end - 2) && !this.#hidden()) this.#emit(body, at);
    }
    if (!this.#printed) return undefined;
    // A body that is hidden up to the end of the document is closed in another one: nothing is left out then.
    this.#copyTo(this.#text.length);
    return new Rendered(this.#out, this.#pieces);
  }

  #dot(): Dot {
    return this.#blocks.at(-1)?.dot ?? [];
  }

  #hidden(): boolean {
    return this.#blocks.some(({ hiddenFrom }) => hiddenFrom !== undefined);
  }

  #open(body: string, at: Span): Block {
    const [, word = '', condition = ''] = /^(\w+)\s*(.*)$/s.exec(body) ?? [];
    const dot = this.#dot();
    if (word !== 'with' && word !== 'if') return { dot: 'unknown' };
    const commands = parsePipeline(condition);
    const [command] = commands ?? [];
    const [operand] = command ?? [];
    if (commands?.length !== 1 || command?.length !== 1 || operand?.kind !== 'path')
      return { dot: word === 'if' ? dot : 'unknown' };
    const found = resolve(operand, dot, this.#chart);
    const inner: Dot = word === 'if' ? dot : operand.root ? operand.keys : dot === 'unknown' ? dot : [...dot, ...operand.keys];
    // A switch that is off by default may be on; an empty mapping or list is how a chart says "nothing".
    const nothing = found !== undefined && found !== 'missing' && isNothing(found.node);
    return { dot: inner, ...(nothing && !this.#hidden() && { hiddenFrom: at.end }) };
  }

  #else(at: Span): void {
    const block = this.#blocks.pop();
    if (block?.hiddenFrom !== undefined) this.#leaveOut(block.hiddenFrom, at.start);
    this.#blocks.push({ dot: this.#dot() });
  }

  #end(at: Span): void {
    const block = this.#blocks.pop();
    if (block?.hiddenFrom !== undefined) this.#leaveOut(block.hiddenFrom, at.start);
  }

  #leaveOut(from: number, to: number): void {
    this.#copyTo(from);
    this.#copied = to;
    this.#printed = true;
  }

  #emit(body: string, at: Span): void {
    const pipeline = parsePipeline(body);
    const printed = pipeline && evaluate(pipeline, this.#dot(), this.#chart);
    if (!printed?.from) return;
    const by = this.#printing(printed, printed.from, at, body);
    const lines = by && this.#linesOf(printed, printed.from, by);
    if (!lines) return;
    this.#copyTo(at.start);
    for (const { text, source } of lines) this.#add(text, source, by);
    this.#copied = at.end;
    this.#printed = true;
  }

  #printing(printed: Printed, { file, node }: ChartValue, action: Span, body: string): Printing | undefined {
    if (node.via || node.anchor !== undefined || file.document.text.slice(node.span.start, node.span.end) === '')
      return undefined;
    const source = file.document.text;
    const column = node.span.start - (source.lastIndexOf('\n', node.span.start - 1) + 1);
    const block = node.kind !== 'scalar' && !node.flow;
    const indentBy = block ? column - (printed.indent?.columns ?? 0) : 0;
    const path = /\$?\.[\w.]+/.exec(body)?.[0] ?? body;
    const start = block ? (printed.indent?.columns ?? 0) : Number.POSITIVE_INFINITY;
    return { action, path: path.replace(/^\$/, ''), file, value: node.span, column: start, indentBy };
  }

  /** What is printed, in runs: with the offset in the chart's file, or without one for what the action makes. */
  #linesOf(printed: Printed, { file, node }: ChartValue, by: Printing): { text: string; source?: number }[] | undefined {
    const source = file.document.text;
    const before = printed.indent ? (printed.indent.newLine ? '\n' : '') + ' '.repeat(printed.indent.columns) : '';
    const lead = before === '' ? [] : [{ text: before }];
    if (node.kind === 'scalar') {
      const text = scalarText(node, source);
      if (!text || (printed.indent && /\n/.test(text.text))) return undefined;
      return printed.quoted ? [...lead, { text: '"' }, text, { text: '"' }] : [...lead, text];
    }
    if (!printed.yaml || printed.quoted || hasReferences(node)) return undefined;
    const whole = source.slice(node.span.start, node.span.end);
    if (node.flow) return whole.includes('\n') ? undefined : [...lead, { text: whole, source: node.span.start }];
    if (!printed.indent) return undefined;
    return [...lead, ...blockLines(whole, node.span.start, printed.indent.columns + by.indentBy, printed.indent.columns)];
  }

  #copyTo(end: number): void {
    if (end > this.#copied) this.#add(this.#text.slice(this.#copied, end), this.#copied);
    this.#copied = Math.max(this.#copied, end);
  }

  #add(text: string, source?: number, by?: Printing): void {
    const start = this.#out.length;
    this.#out += text;
    this.#pieces.push({ start, end: this.#out.length, ...(source !== undefined && { source }), ...(by && { by }) });
  }
}

/** An empty mapping, list or no value at all; `false`, `0` and `""` are switches and texts. */
function isNothing(node: YamlNode): boolean {
  return node.kind === 'scalar' ? node.isNull : isEmpty(node);
}

/** A scalar as Go prints it, when that is the text that stands in the file. */
function scalarText(node: YamlNode & { kind: 'scalar' }, source: string): { text: string; source: number } | undefined {
  if (node.template !== undefined || node.isNull || node.text === '') return undefined;
  const offset = node.style === 'single' || node.style === 'double' ? 1 : 0;
  if (node.style === 'literal' || node.style === 'folded') return undefined;
  // Go prints numbers in its own way: 1.20 as 1.2, 0x10 as 16, 1000000 as 1e+06.
  if (node.style === 'plain' && /^[-+.]?\d/.test(node.text) && Number.isFinite(Number(node.text))) {
    if (String(Number(node.text)) !== node.text || Math.abs(Number(node.text)) >= 1e6) return undefined;
  }
  const at = node.span.start + offset;
  return source.startsWith(node.text, at) ? { text: node.text, source: at } : undefined;
}

/** Anchors and aliases do not go with a part of a file. */
function hasReferences(node: YamlNode): boolean {
  if (node.via || node.anchor !== undefined) return true;
  if (node.kind === 'scalar') return node.template !== undefined;
  if (node.kind === 'seq') return node.items.some(hasReferences);
  return node.merges.length > 0 || node.pairs.some(({ value }) => hasReferences(value));
}

/** The lines of a block moved from one column to another; blank lines and those that stand further left keep what they have. */
function blockLines(text: string, offset: number, from: number, to: number): { text: string; source?: number }[] {
  const runs: { text: string; source?: number }[] = [];
  let at = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const cut = index === 0 ? 0 : Math.min(from, /^ */.exec(line)?.[0].length ?? 0);
    if (index > 0) runs.push({ text: `\n${' '.repeat(to)}` });
    if (line.length > cut) runs.push({ text: line.slice(cut), source: offset + at + cut });
    at += line.length + 1;
  }
  return runs;
}

/**
 * Puts the values that a chart's `values.yaml` and `Chart.yaml` write into a template, where plain lookups tell them; every other action
 * stays as it is. Undefined when nothing could be put in. Bodies of `with` and `if` over an empty mapping or list are left out, as Helm
 * does; a switch that is off (`enabled: false`) leaves its body in, since it is there to be switched on.
 * `text` is one document of the template; a block that opens in another document counts as unknown.
 */
export function renderTemplate(text: string, chart: Chart): Rendered | undefined {
  return text.includes('{{') ? new Renderer(text, chart).run() : undefined;
}
