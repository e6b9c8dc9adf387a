import type { At } from '../../core/value.ts';
import type { SharedSecurityContext, Workload } from '../model/model.ts';

/** The levels of the Pod Security Standards (https://kubernetes.io/docs/concepts/security/pod-security-standards/). */
export const POD_SECURITY_LEVELS = ['privileged', 'baseline', 'restricted'] as const;
export type PodSecurityLevel = (typeof POD_SECURITY_LEVELS)[number];

/** One place that keeps a pod out of a level. */
export interface Breach {
  readonly at: At;
  /** Who must do what, with values in backticks: "container `x` must not set `securityContext.privileged` to `true`". */
  readonly detail: string;
}

/** A breach with the check it is of. */
export interface Violation extends Breach {
  /** The id that the admission controller has for it: `privileged`, `hostNamespaces`, … */
  readonly check: string;
  readonly level: 'baseline' | 'restricted';
}

/** One check of a level in all its versions. */
export interface Check {
  readonly id: string;
  readonly level: 'baseline' | 'restricted';
  /** The baseline check that it takes the place of. */
  readonly overrides?: string;
  /** Ascending; the last one that is not newer than the asked version counts. Before the first there is no check. */
  readonly versions: readonly { readonly since: number; readonly run: (workload: Workload) => readonly Breach[] }[];
}

/** A `securityContext` with who it belongs to, as messages name it: "pod", "container `x`". */
export interface Setter {
  readonly who: string;
  readonly security: SharedSecurityContext;
}

/** The pod's `securityContext`, then those of all containers; each is judged alone. */
export function settersOf(workload: Workload): readonly Setter[] {
  const containers = workload.containers.map(
    (container): Setter => ({ who: whoIs(container), security: container.securityContext }),
  );
  const overriding = workload.containers.flatMap(({ podSecurityContext, label }) =>
    podSecurityContext === workload.securityContext ? [] : [{ who: `pod of \`${label}\``, security: podSecurityContext }],
  );
  return [{ who: 'pod', security: workload.securityContext }, ...overriding, ...containers];
}

export function whoIs(container: { readonly label: string }): string {
  return `container \`${container.label}\``;
}

/** Whether the pod has a user namespace of its own: `hostUsers: false`. */
export function hasUserNamespace(workload: Workload): boolean {
  return workload.hostUsers.kind === 'known' && !workload.hostUsers.value;
}
