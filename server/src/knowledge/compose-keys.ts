/**
 * Keys of a Compose service, and those of them that protect.
 * Source: the Compose specification's JSON schema (compose-spec/compose-go `schema/compose-spec.json`). Read 2026-11-21.
 */

const SERVICE_KEYS: ReadonlySet<string> = new Set(
  `
  annotations attach blkio_config build cap_add cap_drop cgroup cgroup_parent command configs container_name cpu_count cpu_percent
  cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpu_shares cpus cpuset credential_spec depends_on deploy develop
  device_cgroup_rules devices dns dns_opt dns_search domainname entrypoint env_file environment expose extends external_links
  extra_hosts gpus group_add healthcheck hostname image init ipc isolation label_file labels links logging mac_address mem_limit
  mem_reservation mem_swappiness memswap_limit models network_mode networks oom_kill_disable oom_score_adj pid pids_limit platform
  ports post_start pre_start pre_stop privileged profiles provider pull_policy pull_refresh_after read_only restart runtime scale
  secrets security_opt shm_size stdin_open stop_grace_period stop_signal storage_opt sysctls tmpfs tty ulimits use_api_socket user
  userns_mode uts volumes volumes_from working_dir
`
    .trim()
    .split(/\s+/),
);

/** Keys whose loss leaves a service without a protection. */
export const PROTECTING_KEYS: readonly string[] = [
  'cap_drop',
  'security_opt',
  'read_only',
  'user',
  'tmpfs',
  'pids_limit',
  'mem_limit',
  'ulimits',
];

/** Names of options of `security_opt` (docker run reference, "--security-opt"; Podman's are not Docker's). */
export const SECURITY_OPTIONS: readonly string[] = [
  'no-new-privileges',
  'seccomp',
  'apparmor',
  'label',
  'systempaths',
  'writable-cgroups',
  'credentialspec',
];

/** Letters to insert, remove or replace to get from one word to another (Levenshtein), not counted beyond a limit. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The word of a list that another one is most likely a slip of: the same but for case, `-` and `_`, or up to two letters off. */
function slipOf(text: string, words: readonly string[]): string | undefined {
  const plain = (word: string): string => word.toLowerCase().replace(/[-_]/g, '');
  if (text.length > 30) return undefined;
  const same = words.find((word) => plain(word) === plain(text));
  return same ?? words.find((word) => word.length > 5 && distance(plain(word), plain(text)) <= 2);
}

/** The protecting key that an unknown key of a service is a slip of, or that `x-` hides; undefined for all others. */
export function intendedKey(key: string): string | undefined {
  if (SERVICE_KEYS.has(key)) return undefined;
  return key.startsWith('x-') ? PROTECTING_KEYS.find((known) => `x-${known}` === key) : slipOf(key, PROTECTING_KEYS);
}

/** The option that an unknown one of `security_opt` is a slip of; undefined for all others. */
export function intendedSecurityOption(name: string): string | undefined {
  return SECURITY_OPTIONS.includes(name) ? undefined : slipOf(name, SECURITY_OPTIONS);
}
