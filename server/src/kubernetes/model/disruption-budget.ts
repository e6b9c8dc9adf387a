import type { Value } from '../../core/value.ts';
import type { KubernetesObject } from './model.ts';

/** What a PodDisruptionBudget allows (PodDisruptionBudget v1 policy in the API reference). */
export interface DisruptionBudget {
  readonly minAvailable: Value<number | string>;
  readonly maxUnavailable: Value<number | string>;
  readonly unhealthyPodEvictionPolicy: Value<string>;
}

/** The budget that an object is. */
export function budgetOf(object: KubernetesObject): DisruptionBudget | undefined {
  if (object.kind !== 'PodDisruptionBudget' || !['policy', '', undefined].includes(object.group)) return undefined;
  const spec = object.fields.mapping('spec');
  return {
    minAvailable: spec.intOrString('minAvailable'),
    maxUnavailable: spec.intOrString('maxUnavailable'),
    unhealthyPodEvictionPolicy: spec.string('unhealthyPodEvictionPolicy'),
  };
}

/** Between how many pods a HorizontalPodAutoscaler moves (HorizontalPodAutoscaler v2 in the API reference). */
export interface Autoscaler {
  /** 1 where it is absent. */
  readonly minReplicas: Value<number>;
  readonly maxReplicas: Value<number>;
}

/** The autoscaler that an object is; a patch of one (no `scaleTargetRef`, which is required) says nothing of what it lacks. */
export function autoscalerOf(object: KubernetesObject): Autoscaler | undefined {
  if (object.kind !== 'HorizontalPodAutoscaler' || !['autoscaling', undefined].includes(object.group)) return undefined;
  const spec = object.fields.mapping('spec');
  const isWhole = spec.field('scaleTargetRef').kind !== 'absent';
  const minReplicas = spec.integer('minReplicas');
  return {
    minReplicas: minReplicas.kind === 'absent' && !isWhole ? { kind: 'dynamic', text: '', at: minReplicas.at } : minReplicas,
    maxReplicas: spec.integer('maxReplicas'),
  };
}
