import { code, type Description, described, isAt } from '../core/description.ts';
import type { Environment } from '../core/rule.ts';
import { containerLines, type RightsOf } from './describe/container.ts';
import { workloadLines } from './describe/workload.ts';
import type { KubernetesObject } from './model/model.ts';
import { weakestWorkload } from './pod-security/reach.ts';

/**
 * What holds at an offset (UTF-16, of the document): for a container's name what it may do, for the name or kind of an object that
 * makes pods, and of each of its templates where it has several, the Pod Security level they reach in the environment's Kubernetes
 * version. Undefined anywhere else.
 */
export function describeKubernetes(
  objects: readonly KubernetesObject[],
  offset: number,
  { kubernetesVersion }: Pick<Environment, 'kubernetesVersion'>,
  rightsOf?: RightsOf,
): Description | undefined {
  for (const object of objects) {
    for (const { containers } of object.workloads) {
      const container = containers.find(({ name }) => name.kind === 'known' && !name.at.via && isAt(name.at.span, offset));
      if (container?.name.kind === 'known') {
        const role = container.role === 'main' ? 'Container' : ROLE[container.role];
        return described(container.name.at.span, `${role} ${code(container.label)}`, containerLines(container, rightsOf));
      }
    }
    const own = object.workloads.find(({ at }) => !at.via && at.span.start !== object.at.span.start && isAt(at.span, offset));
    if (own) return described(own.at.span, code(own.displayName), workloadLines(own, kubernetesVersion));
    const span = [object.name, object.fields.string('kind')].find(({ kind, at }) => kind === 'known' && isAt(at.span, offset))?.at
      .span;
    const workload = span && weakestWorkload(object, kubernetesVersion);
    if (span && workload) return described(span, code(workload.displayName), workloadLines(workload, kubernetesVersion));
  }
  return undefined;
}

const ROLE = { init: 'Init container', sidecar: 'Sidecar', ephemeral: 'Ephemeral container' } as const;
