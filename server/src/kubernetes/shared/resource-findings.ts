import type { OptionSpecs } from '../../core/options.ts';
import type { Value } from '../../core/value.ts';
import type { YamlNode } from '../../yaml/node.ts';
import type { Container } from '../model/model.ts';
import type { KubernetesVisitors } from '../rule.ts';

/** What rules about missing requests and limits say. */
export const RESOURCE_MESSAGES = {
  missing: 'Container `{container}` has no `resources.{kind}.{name}`.',
} as const;

/**
 * A visitor that reports containers without a request or limit. One of the pod as a whole counts; a limit is its own request where
 * none is given (https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/).
 */
export function missingResource<O extends OptionSpecs>(
  kind: 'requests' | 'limits',
  name: 'cpu' | 'memory' | 'ephemeral-storage',
): KubernetesVisitors<keyof typeof RESOURCE_MESSAGES, O> {
  return {
    container(context, container, workload) {
      if (container.role === 'ephemeral' || workload.certainty !== 'known') return;
      const kinds = kind === 'requests' ? (['requests', 'limits'] as const) : ([kind] as const);
      const pod = workload.spec.mapping('resources');
      const given = kinds.flatMap((one) => [own(container, one, name), pod.mapping(one).field(name)]);
      if (given.some((value) => value.kind !== 'absent')) return;
      context.report({ at: container.at, message: 'missing', data: { container: container.label, kind, name } });
    },
  };
}

function own({ resources }: Container, kind: 'requests' | 'limits', name: string): Value<YamlNode> {
  return resources[kind].field(name);
}
