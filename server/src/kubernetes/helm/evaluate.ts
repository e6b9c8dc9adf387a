import { type Chart, type ChartValue, isEmpty, lookUp } from './chart.ts';
import type { Command, Operand } from './pipeline.ts';

/** What an action prints, as far as plain lookups tell. */
export interface Printed {
  /** The value that it comes from; absent for a literal of the template itself. */
  readonly from?: ChartValue;
  readonly literal?: string;
  /** Put into double quotes. */
  readonly quoted: boolean;
  /** Printed as YAML. */
  readonly yaml: boolean;
  /** Columns that each line is moved by, and whether a line break comes first (`nindent`). */
  readonly indent?: { readonly columns: number; readonly newLine: boolean };
}

/** The dot of the place where an action stands: the chart's root, a path below it, or unknown (`range`, `define`). */
export type Dot = readonly string[] | 'unknown';

/** Follows an operand to the chart's files. */
export function resolve(operand: Operand, dot: Dot, chart: Chart): ChartValue | 'missing' | undefined {
  if (operand.kind !== 'path') return undefined;
  const base = operand.root ? [] : dot;
  return base === 'unknown' ? undefined : lookUp(chart, [...base, ...operand.keys]);
}

/**
 * What a pipeline of lookups prints: `.Values.a`, `| default "x"`, `| quote`, `toYaml .Values.a | nindent 8`. Undefined for all that
 * needs a renderer (`include`, `tpl`, `printf` …) and for values that the chart does not write.
 */
export function evaluate(pipeline: readonly Command[], dot: Dot, chart: Chart): Printed | undefined {
  let value: Printed | 'missing' | undefined;
  for (const [index, command] of pipeline.entries()) {
    const [first, ...rest] = command;
    if (!first) return undefined;
    if (first.kind !== 'function') {
      if (index > 0 || rest.length > 0) return undefined;
      value = operandValue(first, dot, chart);
    } else {
      // A pipeline hands its value to the next command as the last argument.
      const last = index > 0 ? value : lastArgument(rest, dot, chart);
      const others = index > 0 ? rest : rest.slice(0, -1);
      value = call(first.name, others, last, dot, chart);
    }
    if (value === undefined) return undefined;
  }
  return value === 'missing' ? undefined : value;
}

function lastArgument(operands: readonly Operand[], dot: Dot, chart: Chart): Printed | 'missing' | undefined {
  const last = operands.at(-1);
  return last && operandValue(last, dot, chart);
}

function operandValue(operand: Operand, dot: Dot, chart: Chart): Printed | 'missing' | undefined {
  if (operand.kind === 'literal') return { literal: operand.text, quoted: false, yaml: false };
  const found = resolve(operand, dot, chart);
  return found === undefined || found === 'missing' ? found : { from: found, quoted: false, yaml: false };
}

function call(
  name: string,
  others: readonly Operand[],
  last: Printed | 'missing' | undefined,
  dot: Dot,
  chart: Chart,
): Printed | 'missing' | undefined {
  const [argument] = others;
  if (name === 'default') {
    const empty = last === 'missing' || (last?.from !== undefined && isEmpty(last.from.node)) || last?.literal === '';
    return empty && argument ? operandValue(argument, dot, chart) : last;
  }
  if (last === 'missing' || last === undefined) return last;
  switch (name) {
    case 'required':
      return last;
    case 'quote':
      return { ...last, quoted: true };
    case 'toString':
    case 'int':
      return last;
    case 'toYaml':
      return { ...last, yaml: true };
    case 'indent':
    case 'nindent':
      return argument?.kind === 'literal' && /^\d{1,3}$/.test(argument.text)
        ? { ...last, indent: { columns: Number(argument.text), newLine: name === 'nindent' } }
        : undefined;
    default:
      return undefined;
  }
}
