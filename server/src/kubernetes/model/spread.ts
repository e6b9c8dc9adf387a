import { valueOf } from '../../core/value.ts';
import type { YamlMap } from '../../yaml/node.ts';
import { Mapping } from './mapping.ts';
import type { Workload } from './model.ts';

const REPLICATED = new Set(['Deployment', 'StatefulSet', 'DeploymentConfig', 'Rollout', 'ReplicaSet', 'ReplicationController']);

/** How many pods a controller keeps, 1 where it does not say; undefined for other kinds, and where that is not known. */
export function replicasOf({ object, certainty, partial }: Workload): number | undefined {
  if (!REPLICATED.has(object.kind) || certainty !== 'known' || partial) return undefined;
  const replicas = object.fields.mapping('spec').integer('replicas');
  return replicas.kind === 'absent' ? 1 : valueOf(replicas);
}

/**
 * Whether anti-affinity keeps the pods of a workload from each other, be it only preferred; what is not known counts as such
 * (https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity).
 */
export function isSpreadByAffinity(workload: Workload): boolean {
  const rules = workload.spec.mapping('affinity').mapping('podAntiAffinity');
  const required = rules.list('requiredDuringSchedulingIgnoredDuringExecution', (node) => fieldsOf(workload, node));
  const preferred = rules.list('preferredDuringSchedulingIgnoredDuringExecution', (node) =>
    fieldsOf(workload, node).mapping('podAffinityTerm'),
  );
  if (required.open || preferred.open) return true;
  return [...required.items, ...preferred.items].some((term) => selects(workload, term.mapping('labelSelector')));
}

/** Whether topology spread constraints are given, or may be. */
export function isSpreadByConstraints({ spec }: Workload): boolean {
  const constraints = spec.list('topologySpreadConstraints', (node) => node);
  return constraints.open || constraints.items.length > 0;
}

/** Whether a label selector matches the workload's own pods. */
function selects(workload: Workload, selector: Mapping): boolean {
  if (selector.value.kind !== 'known') return selector.value.kind === 'dynamic';
  if (selector.node?.open || workload.metadata.fields.mapping('labels').node?.open) return true;
  const labels = new Map(workload.metadata.labels.map(({ key, value }) => [key, value]));
  const wanted = selector.mapping('matchLabels').entries();
  const isEqual = wanted.every(({ key, value }) => {
    const own = labels.get(key);
    return own !== undefined && (own.kind !== 'known' || value.kind !== 'known' || own.value === value.value);
  });
  const expressions = selector.list('matchExpressions', (node) => fieldsOf(workload, node));
  return (
    isEqual && expressions.items.every((expression) => isMet(expression, labels.get(valueOf(expression.string('key')) ?? '')))
  );
}

function isMet(expression: Mapping, label: { readonly kind: string; readonly value?: unknown } | undefined): boolean {
  const operator = valueOf(expression.string('operator'));
  const values = expression.strings('values').items.map(valueOf);
  const isAmong = label !== undefined && (label.kind !== 'known' || values.includes(String(label.value)));
  if (operator === 'In') return isAmong;
  if (operator === 'NotIn') return !isAmong || label?.kind !== 'known';
  if (operator === 'Exists') return label !== undefined;
  return operator !== 'DoesNotExist' || label === undefined;
}

function fieldsOf(workload: Workload, node: YamlMap): Mapping {
  return Mapping.of(node, { at: workload.at, partial: workload.partial });
}
