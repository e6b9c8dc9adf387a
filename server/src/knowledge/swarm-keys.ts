/**
 * Keys of a Compose service that `docker stack deploy` leaves out.
 * Source: docker/cli `cli/compose/types/types.go` (`UnsupportedProperties`, `DeprecatedProperties`, `ForbiddenProperties`). Read 2026-11-21.
 */

const IGNORED: ReadonlySet<string> = new Set([
  'build',
  'cgroup',
  'cgroup_parent',
  'cgroupns_mode',
  'container_name',
  'devices',
  'domainname',
  'expose',
  'external_links',
  'ipc',
  'links',
  'mac_address',
  'network_mode',
  'pid',
  'privileged',
  'restart',
  'security_opt',
  'shm_size',
  'userns_mode',
]);

const REFUSED: ReadonlySet<string> = new Set([
  'cpu_quota',
  'cpu_shares',
  'cpuset',
  'extends',
  'mem_limit',
  'memswap_limit',
  'volume_driver',
  'volumes_from',
]);

/** *ignored*: it has no effect on a swarm, without an error; *refused*: the deployment fails; *obeyed*: all others. */
export type SwarmEffect = 'ignored' | 'refused' | 'obeyed';

/** What `docker stack deploy` does with a key of a service. */
export function swarmEffect(key: string): SwarmEffect {
  return IGNORED.has(key) ? 'ignored' : REFUSED.has(key) ? 'refused' : 'obeyed';
}
