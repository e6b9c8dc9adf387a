import { isPodField, type PodPart } from '../../knowledge/pod-fields.ts';
import type { YamlPair } from '../../yaml/node.ts';
import type { Mapping } from './mapping.ts';
import type { Container, Workload } from './model.ts';
import { securityLevel } from './security-fields.ts';

/** A field that the Pod API does not have. */
export interface UnknownField {
  readonly part: PodPart;
  readonly fields: Mapping;
  readonly pair: YamlPair;
}

/** Groups whose kinds hold pod specs as they are. */
const GROUPS = new Set(['', 'apps', 'batch']);

/** Fields of a pod spec and its `securityContext` that the API does not have; empty for kinds with fields of their own. */
export function unknownInPod(workload: Workload): readonly UnknownField[] {
  if (!isPlain(workload)) return [];
  const { spec, securityContext } = workload;
  return [
    ...unknownIn('pod spec', spec),
    ...unknownIn('securityContext of the pod', securityContext.fields),
    ...unknownIn('seccompProfile', securityContext.seccompProfile.fields),
  ];
}

/** The same of a container and what it holds. */
export function unknownInContainer(container: Container, workload: Workload): readonly UnknownField[] {
  if (!isPlain(workload)) return [];
  const { fields, securityContext, resources, ports, volumeMounts, env } = container;
  const probes = [container.livenessProbe, container.readinessProbe, container.startupProbe];
  return [
    ...unknownIn('container', fields),
    ...unknownIn('securityContext of the container', securityContext.fields),
    ...unknownIn('capabilities', securityContext.capabilities.fields),
    ...unknownIn('seccompProfile', securityContext.seccompProfile.fields),
    ...unknownIn('resources', resources.fields),
    ...ports.items.flatMap((port) => unknownIn('port', port.fields)),
    ...volumeMounts.items.flatMap((mount) => unknownIn('volume mount', mount.fields)),
    ...env.items.flatMap((variable) => unknownIn('variable', variable.fields)),
    ...probes.flatMap((probe) => unknownIn('probe', probe.fields)),
  ];
}

function isPlain({ object, certainty }: Workload): boolean {
  return certainty === 'known' && object.group !== undefined && GROUPS.has(object.group);
}

/** Names with `$` are directives of a patch, and what a template writes is not known; misplaced settings have a rule of their own. */
function unknownIn(part: PodPart, fields: Mapping): readonly UnknownField[] {
  return (fields.node?.pairs ?? [])
    .filter(({ key, keyNode }) => /^[A-Za-z][\w-]*$/.test(key) && keyNode.template === undefined)
    .filter(({ key }) => !isPodField(part, key) && securityLevel(key) === undefined)
    .map((pair) => ({ part, fields, pair }));
}
