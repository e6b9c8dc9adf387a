/**
 * Where the fields of a `securityContext` belong (PodSecurityContext and SecurityContext v1 core in the API reference):
 * *pod*: the pod's only; *container*: a container's only; *both*: either.
 */
export type SecurityLevel = 'pod' | 'container' | 'both';

const LEVELS: ReadonlyMap<string, SecurityLevel> = new Map(
  Object.entries({
    pod: ['fsGroup', 'fsGroupChangePolicy', 'supplementalGroups', 'supplementalGroupsPolicy', 'sysctls', 'seLinuxChangePolicy'],
    container: ['allowPrivilegeEscalation', 'capabilities', 'privileged', 'procMount', 'readOnlyRootFilesystem'],
    both: ['runAsUser', 'runAsGroup', 'runAsNonRoot', 'seLinuxOptions', 'seccompProfile', 'appArmorProfile', 'windowsOptions'],
  }).flatMap(([level, keys]) => keys.map((key) => [key, level as SecurityLevel] as const)),
);

/** The level that a field of a `securityContext` belongs to; undefined for any other key. */
export function securityLevel(key: string): SecurityLevel | undefined {
  return LEVELS.get(key);
}

/**
 * Fields that must not be set when `os.name` says the other system; the API server refuses the pod
 * (PodOS in the API reference).
 */
export const FOREIGN_FIELDS = {
  windows: {
    spec: ['hostPID', 'hostIPC', 'hostUsers', 'shareProcessNamespace'],
    pod: [
      'appArmorProfile',
      'seLinuxOptions',
      'seccompProfile',
      'fsGroup',
      'fsGroupChangePolicy',
      'sysctls',
      'runAsUser',
      'runAsGroup',
      'supplementalGroups',
      'supplementalGroupsPolicy',
    ],
    container: [
      'appArmorProfile',
      'seLinuxOptions',
      'seccompProfile',
      'capabilities',
      'readOnlyRootFilesystem',
      'privileged',
      'allowPrivilegeEscalation',
      'procMount',
      'runAsUser',
      'runAsGroup',
    ],
  },
  linux: { spec: [], pod: ['windowsOptions'], container: ['windowsOptions'] },
} as const;
