import type { LabelSelector, Labels, Requirement } from './facts.ts';

/** *maybe*: it depends on what only run time knows. */
export type Match = 'yes' | 'no' | 'maybe';

/**
 * Whether a selector selects something with some labels (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/,
 * "Label selectors"): all requirements must hold; `NotIn` and `DoesNotExist` hold where the label is missing.
 */
export function selects(selector: LabelSelector, labels: Labels): Match {
  const matches = selector.requirements.map((requirement) => fulfils(requirement, labels));
  if (matches.includes('no')) return 'no';
  return selector.open || matches.includes('maybe') ? 'maybe' : 'yes';
}

function fulfils({ key, operator, values }: Requirement, labels: Labels): Match {
  const isThere = Object.hasOwn(labels.values, key);
  if (!isThere && labels.open) return 'maybe';
  const value = isThere ? labels.values[key] : undefined;
  switch (operator) {
    case 'Exists':
      return isThere ? 'yes' : 'no';
    case 'DoesNotExist':
      return isThere ? 'no' : 'yes';
    case 'In':
      if (!isThere) return 'no';
      return value === null ? 'maybe' : values.includes(value ?? '') ? 'yes' : 'no';
    case 'NotIn':
      if (!isThere) return 'yes';
      return value === null ? 'maybe' : values.includes(value ?? '') ? 'no' : 'yes';
  }
}

/** Whether it selects everything. */
export function selectsAll(selector: LabelSelector): boolean {
  return selector.requirements.length === 0 && !selector.open;
}
