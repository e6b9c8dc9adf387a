/**
 * Kernel parameters that a container may set.
 * Sources: Docker run reference, "--sysctl" (namespaced parameters); Kubernetes "Using sysctls in a Kubernetes Cluster", safe set
 * of 1.34; Linux `Documentation/networking/ip-sysctl.rst` and `admin-guide/sysctl/kernel.rst`. Read 2026-11-21.
 */

/** In the safe set of Kubernetes: they harm neither the host nor other containers. */
const SAFE: ReadonlySet<string> = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
  'net.ipv4.tcp_slow_start_after_idle',
  'net.ipv4.tcp_notsent_lowat',
]);

const NAMESPACED_KERNEL: ReadonlySet<string> = new Set([
  'kernel.msgmax',
  'kernel.msgmnb',
  'kernel.msgmni',
  'kernel.sem',
  'kernel.shmall',
  'kernel.shmmax',
  'kernel.shmmni',
  'kernel.shm_rmid_forced',
  'kernel.domainname',
  'kernel.hostname',
]);

/** Parameters that weaken the network of the container, the values that do, and what they let in; the end of a sentence. */
const WEAKENING: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^net\.ipv6\.conf\.[^.]+\.forwarding$/, /^[12]$/, 'it passes packets on between networks that are kept apart'],
  [/^net\.ipv4\.conf\.[^.]+\.rp_filter$/, /^0$/, 'it takes packets with forged sender addresses'],
  [/^net\.ipv[46]\.conf\.[^.]+\.accept_redirects$/, /^1$/, 'a neighbour may redirect its traffic'],
  [/^net\.ipv4\.conf\.[^.]+\.secure_redirects$/, /^1$/, 'a gateway may redirect its traffic'],
  [/^net\.ipv4\.conf\.[^.]+\.send_redirects$/, /^1$/, 'it may redirect the traffic of its neighbours'],
  [/^net\.ipv[46]\.conf\.[^.]+\.accept_source_route$/, /^[1-9]\d*$/, 'a sender may choose the way past filters'],
  [/^net\.ipv4\.conf\.[^.]+\.route_localnet$/, /^1$/, 'services that listen on localhost only are reached from outside'],
  [/^net\.ipv[46]\.conf\.[^.]+\.proxy_(?:arp|ndp)$/, /^1$/, 'it answers for addresses of others'],
  [/^net\.ipv6\.conf\.[^.]+\.accept_ra$/, /^[12]$/, 'a neighbour may become its router'],
  [/^net\.ipv4\.tcp_syncookies$/, /^0$/, 'half-open connections fill it up'],
  [/^net\.ipv4\.icmp_echo_ignore_broadcasts$/, /^0$/, 'it answers to broadcasts and so multiplies an attack'],
];

/**
 * *safe*: no harm; *weakening*: the value lowers a protection; *namespaced*: of the container's own, with effects that depend on
 * the program; *host*: not namespaced, so that it would change the host, and the runtime refuses it.
 */
export type SysctlJudgement =
  | { readonly kind: 'safe' | 'namespaced' | 'host' }
  | { readonly kind: 'weakening'; readonly effect: string };

/** What a kernel parameter does; `/` may stand for `.` in its name. The value is undefined when it is not known. */
export function judgeSysctl(name: string, value: string | undefined): SysctlJudgement {
  const dotted = name.trim().replaceAll('/', '.');
  const text = value?.trim();
  const weak = WEAKENING.find(([names, values]) => names.test(dotted) && text !== undefined && values.test(text));
  if (weak) return { kind: 'weakening', effect: weak[2] };
  if (SAFE.has(dotted)) return { kind: 'safe' };
  const namespaced = dotted.startsWith('net.') || dotted.startsWith('fs.mqueue.') || NAMESPACED_KERNEL.has(dotted);
  return { kind: namespaced ? 'namespaced' : 'host' };
}
