import type { Severity } from '../core/severity.ts';

/** A field of a SecurityContextConstraints that widens what pods may do. */
export interface SccRisk {
  readonly field: readonly string[];
  readonly value: boolean | string;
  readonly severity: Severity;
  /** Ends "it lets pods …". */
  readonly can: string;
  /** What to write instead. */
  readonly instead?: boolean | string;
}

const flag = (field: string, severity: Severity, can: string): SccRisk => ({
  field: [field],
  value: true,
  severity,
  can,
  instead: false,
});
const anyOf = (field: string, severity: Severity, can: string, instead?: string): SccRisk => ({
  field: [field, 'type'],
  value: 'RunAsAny',
  severity,
  can,
  ...(instead !== undefined && { instead }),
});

/** Source: https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/authentication_and_authorization/managing-pod-security-policies. */
export const SCC_RISKS: readonly SccRisk[] = [
  flag('allowPrivilegedContainer', 'high', 'run privileged, with all that the node has'),
  flag('allowHostDirVolumePlugin', 'high', 'mount any directory of the node'),
  flag('allowHostNetwork', 'high', 'use the network of the node'),
  flag('allowHostPID', 'high', 'see and reach the processes of the node'),
  flag('allowHostIPC', 'high', 'share memory with processes of the node'),
  flag('allowHostPorts', 'medium', 'take ports of the node'),
  flag('allowPrivilegeEscalation', 'medium', 'gain rights with set-user-id programs'),
  anyOf('runAsUser', 'medium', 'run as root', 'MustRunAsRange'),
  anyOf('seLinuxContext', 'medium', 'choose their SELinux label', 'MustRunAs'),
];
