import type { At } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';

import { Mapping } from './mapping.ts';
import type { KubernetesObject } from './model.ts';

/** A metric that lacks a field which its type needs. */
export interface IncompleteMetric {
  /** `Object`. */
  readonly type: string;
  /** `object.target.type`. */
  readonly missing: string;
  readonly at: At;
}

/** What each type of metric needs, below the key of its source (MetricSpec v2 autoscaling in the API reference). */
const NEEDED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    Resource: ['resource', 'resource.name', 'resource.target.type'],
    ContainerResource: [
      'containerResource',
      'containerResource.name',
      'containerResource.container',
      'containerResource.target.type',
    ],
    Pods: ['pods', 'pods.metric.name', 'pods.target.type'],
    Object: ['object', 'object.describedObject.kind', 'object.describedObject.name', 'object.metric.name', 'object.target.type'],
    External: ['external', 'external.metric.name', 'external.target.type'],
  }),
);
/** `v2beta1` wrote metrics otherwise. */
const VERSIONS = ['autoscaling/v2', 'autoscaling/v2beta2'];

/** The metrics of a HorizontalPodAutoscaler for which the API server refuses it, each with the first field that it lacks. */
export function incompleteMetrics(object: KubernetesObject): readonly IncompleteMetric[] {
  if (object.kind !== 'HorizontalPodAutoscaler' || !VERSIONS.includes(valueOf(object.apiVersion) ?? '')) return [];
  const spec = object.fields.mapping('spec');
  const metrics = spec.list('metrics', (node) => Mapping.of(node, { at: object.at, partial: false }));
  return metrics.items.flatMap((metric) => {
    const type = metric.string('type');
    const needed = type.kind === 'known' ? NEEDED.get(type.value) : undefined;
    const missing = needed?.find((path) => lacks(metric, path.split('.')));
    return type.kind === 'known' && missing !== undefined ? [{ type: type.value, missing, at: type.at }] : [];
  });
}

function lacks(fields: Mapping, [key = '', ...rest]: readonly string[]): boolean {
  if (fields.field(key).kind === 'absent') return true;
  return rest.length > 0 && lacks(fields.mapping(key), rest);
}
