import type { At, Value } from '../core/value.ts';
import { valueOf } from '../core/value.ts';
import { Mapping } from '../kubernetes/model/mapping.ts';
import type { LabelSelector, Labels, Requirement } from './facts.ts';

/** The same with properties that can still be set. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A text, the empty string where there is none, undefined where it is not known. */
export function textOf(value: Value<string>): string | undefined {
  return value.kind === 'absent' ? '' : valueOf(value);
}

/** Labels as written. */
export function labelsOf(labels: Mapping): Labels {
  const entries = labels.entries().map(({ key, value }) => [key, valueOf(value) ?? null] as const);
  const unknown = labels.value.kind === 'dynamic' || labels.value.kind === 'invalid';
  return { values: Object.fromEntries(entries), open: unknown || labels.node?.open === true };
}

/** A mapping of labels that must all be there, as a Service has it. */
export function equalitySelector(labels: Mapping, at: At): LabelSelector {
  const { values, open } = labelsOf(labels);
  const known = Object.entries(values).flatMap(([key, value]): Requirement[] =>
    value === null ? [] : [{ key, operator: 'In', values: [value] }],
  );
  return { requirements: known, open: open || known.length < Object.keys(values).length, at };
}

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

/** A LabelSelector v1 meta; one that is missing selects everything. */
export function selectorOf(selector: Mapping, at: At): LabelSelector {
  const equal = equalitySelector(selector.mapping('matchLabels'), at);
  const expressions = selector.list('matchExpressions', (node): Requirement | undefined => {
    const fields = Mapping.of(node, { at, partial: false });
    const key = valueOf(fields.string('key'));
    const operator = OPERATORS.find((name) => name === valueOf(fields.string('operator')));
    const list = fields.strings('values');
    const values = list.items.flatMap((item) => valueOf(item) ?? []);
    if (key === undefined || operator === undefined || list.open || values.length < list.items.length) return undefined;
    return { key, operator, values };
  });
  const known = expressions.items.filter((item) => item !== undefined);
  const unknown = selector.value.kind === 'dynamic' || selector.value.kind === 'invalid' || selector.node?.open === true;
  return {
    requirements: [...equal.requirements, ...known],
    open: unknown || equal.open || expressions.open || known.length < expressions.items.length,
    at,
  };
}
