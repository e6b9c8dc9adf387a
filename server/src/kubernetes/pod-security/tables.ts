import { CAPABILITIES, RESTRICTED_CAPABILITIES } from '../../knowledge/capabilities.ts';

/**
 * What the Pod Security Standards list by name, for the checks and for rules that report the same one by one
 * (https://kubernetes.io/docs/concepts/security/pod-security-standards/; versions are those of k8s.io/pod-security-admission).
 */

/** Names that hold from a minor version on, those of earlier versions included. */
export interface Since {
  readonly since: number;
  readonly names: readonly string[];
}

const BASELINE_CAPABILITIES: ReadonlySet<string> = new Set(
  CAPABILITIES.filter(({ baseline }) => baseline).map(({ name }) => name),
);

/** Whether *baseline* lets `capabilities.add` hold a name, which is compared as it is written. */
export function isBaselineCapability(name: string): boolean {
  return BASELINE_CAPABILITIES.has(name);
}

/** The same for *restricted*. */
export function isRestrictedCapability(name: string): boolean {
  return RESTRICTED_CAPABILITIES.includes(name);
}

/** Sysctls that a pod may set. */
export const SAFE_SYSCTLS: readonly Since[] = cumulative([
  [
    0,
    'kernel.shm_rmid_forced net.ipv4.ip_local_port_range net.ipv4.ip_unprivileged_port_start net.ipv4.ping_group_range net.ipv4.tcp_syncookies',
  ],
  [27, 'net.ipv4.ip_local_reserved_ports'],
  [29, 'net.ipv4.tcp_fin_timeout net.ipv4.tcp_keepalive_intvl net.ipv4.tcp_keepalive_probes net.ipv4.tcp_keepalive_time'],
  [32, 'net.ipv4.tcp_rmem net.ipv4.tcp_wmem'],
  [37, 'net.ipv4.tcp_notsent_lowat net.ipv4.tcp_slow_start_after_idle'],
]);

/** Types of `seLinuxOptions` that confine a container; an empty one leaves the choice to the runtime. */
export const SELINUX_TYPES: readonly Since[] = cumulative([
  [0, 'container_t container_init_t container_kvm_t'],
  [31, 'container_engine_t'],
]).map(({ since, names }) => ({ since, names: ['', ...names] }));

/** Sources of volumes that hold nothing of the node. */
export const RESTRICTED_VOLUMES: ReadonlySet<string> = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

/** Types of seccomp and AppArmor profiles that confine. */
export const CONFINING: ReadonlySet<string> = new Set(['RuntimeDefault', 'Localhost']);

/** The names that hold for a version of Kubernetes. */
export function namesFor(table: readonly Since[], [major, minor]: readonly [number, number]): readonly string[] {
  return table.findLast(({ since }) => major > 1 || since <= minor)?.names ?? [];
}

function cumulative(steps: readonly (readonly [number, string])[]): Since[] {
  return steps.map(([since], i) => ({ since, names: steps.slice(0, i + 1).flatMap(([, names]) => names.split(' ')) }));
}
