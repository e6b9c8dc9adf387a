import type { At } from '../core/value.ts';
import { valueOf } from '../core/value.ts';
import type { Mapping } from '../kubernetes/model/mapping.ts';
import type { Container, Workload } from '../kubernetes/model/model.ts';
import type { KeyReference, Labels, WorkloadFacts } from './facts.ts';
import { labelsOf, textOf } from './read-values.ts';

/** What of some pods concerns other objects. */
export function readWorkload(workload: Workload): WorkloadFacts {
  const { displayName, at, metadata, serviceAccountName, containers } = workload;
  const automount = workload.automountServiceAccountToken;
  return {
    displayName,
    at,
    labels: labelsOf(metadata.fields.mapping('labels')),
    account: {
      name: textOf(serviceAccountName),
      at: serviceAccountName.kind === 'known' ? serviceAccountName.at : at,
    },
    automount: valueOf(automount),
    ports: containers.flatMap((container) =>
      container.ports.items.map((port) => ({
        name: textOf(port.name),
        number: valueOf(port.containerPort),
        protocol: textOf(port.protocol) === '' ? 'TCP' : valueOf(port.protocol),
      })),
    ),
    portsOpen: containers.some(({ ports }) => ports.open),
    references: containers.flatMap(referencesOf),
    hostNetwork: valueOf(workload.hostNetwork) === true,
    images: containers.flatMap(({ image }) => valueOf(image)?.familiarName ?? []),
  };
}

/** Keys without which the container is not started; `optional: true` ones are not among them (EnvVarSource in the API reference). */
function referencesOf(container: Container): KeyReference[] {
  const read = (kind: KeyReference['kind'], source: Mapping, wantsKey: boolean): KeyReference[] => {
    const name = source.string('name');
    const key = source.string('key');
    const optional = source.boolean('optional');
    const isNeeded = optional.kind === 'absent' || valueOf(optional) === false;
    if (!source.present || name.kind !== 'known' || !isNeeded || (wantsKey && key.kind !== 'known')) return [];
    return [{ kind, name: name.value, key: valueOf(key), container: container.label, at: wantsKey ? key.at : name.at }];
  };
  return [
    ...container.env.items.flatMap((variable) => [
      ...read('Secret', variable.secretKeyRef, true),
      ...read('ConfigMap', variable.configMapKeyRef, true),
    ]),
    ...container.envFrom.items.flatMap((source) => [
      ...read('Secret', source.secretRef, false),
      ...read('ConfigMap', source.configMapRef, false),
    ]),
  ];
}

/** Pods of which nothing is written but their labels. */
export function unwrittenPods(displayName: string, at: At, labels: Labels): WorkloadFacts {
  const account = { name: undefined, at };
  return {
    displayName,
    at,
    labels,
    account,
    automount: undefined,
    ports: [],
    portsOpen: true,
    references: [],
    hostNetwork: false,
    images: [],
  };
}
