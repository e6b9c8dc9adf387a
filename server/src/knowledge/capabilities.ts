/**
 * Linux capabilities: what each gives an attacker, and which sets platforms name.
 * Sources: capabilities(7) of Linux 6.x; moby `oci/caps/defaults.go` (Docker's default set); Kubernetes Pod Security Standards
 * (baseline and restricted lists). Read 2026-11-21.
 */

/**
 * *critical*: takes over the host by itself; *high*: breaks the isolation of the host, its kernel or its network; *medium*:
 * helps an attack or harms the host in part; *low*: a default with legitimate use, or of little use to an attacker.
 */
export type CapabilityTier = 'critical' | 'high' | 'medium' | 'low';

export interface Capability {
  /** Upper case, without `CAP_`. */
  readonly name: string;
  readonly tier: CapabilityTier;
  /** What someone who controls the container does with it; one sentence. */
  readonly attack: string;
  /** Whether Docker, containerd and so most clusters grant it unless told otherwise. */
  readonly dockerDefault: boolean;
  /** Whether `capabilities.add` may name it under the Pod Security Standard *baseline*. */
  readonly baseline: boolean;
}

const DOCKER_DEFAULT: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'NET_RAW',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

const TABLE: readonly (readonly [string, CapabilityTier, string])[] = [
  [
    'ALL',
    'critical',
    'Holds every capability of the kernel: little but the device list separates it from a privileged container.',
  ],
  ['SYS_ADMIN', 'critical', 'Mounts file systems and writes to cgroups, which is enough to run a program on the host.'],
  ['SYS_MODULE', 'critical', 'Loads a kernel module, and with it runs code in the kernel of the host.'],
  ['SYS_RAWIO', 'critical', 'Reaches I/O ports and physical memory, past everything the kernel protects.'],
  [
    'SYS_PTRACE',
    'high',
    "Reads and rewrites the memory of other processes; with the host's process namespace, of root on the host.",
  ],
  [
    'DAC_READ_SEARCH',
    'high',
    "Opens files by handle and so reads any file on the host's disk, outside the container's mounts too.",
  ],
  ['BPF', 'high', 'Loads programs into the kernel that watch or tamper with what every process on the host does.'],
  ['PERFMON', 'high', 'Traces the kernel and other processes, and so leaks their memory.'],
  ['NET_ADMIN', 'high', "Rewrites addresses, routes and firewall rules; with the host's network, those of the host."],
  ['SYS_BOOT', 'high', 'Restarts the host, or starts another kernel on it.'],
  ['SYS_TIME', 'high', 'Sets the clock of the host: certificates, tokens and logs can no longer be trusted.'],
  ['SYSLOG', 'high', 'Reads kernel messages and addresses, which tell an exploit where to aim.'],
  ['MAC_ADMIN', 'high', 'Changes the policy of SELinux, Smack or AppArmor for the whole host.'],
  ['MAC_OVERRIDE', 'high', 'Ignores mandatory access control, the last line behind the namespaces.'],
  ['SYS_NICE', 'medium', 'Takes the processor from everything else on the host by raising its own priority.'],
  ['IPC_LOCK', 'medium', 'Locks memory without limit until the host runs out of it.'],
  ['LEASE', 'medium', 'Holds leases on files and so stalls whoever opens them.'],
  ['SYS_RESOURCE', 'medium', 'Passes limits and quotas that keep one container from starving the others.'],
  ['SYS_TTY_CONFIG', 'medium', 'Hangs up and reconfigures terminals of the host.'],
  ['LINUX_IMMUTABLE', 'medium', 'Marks files as immutable or append-only, so that not even root removes them at first try.'],
  ['AUDIT_CONTROL', 'medium', 'Switches off the audit log of the host before the real attack.'],
  ['AUDIT_READ', 'medium', 'Listens to the audit log of the host and everything recorded there.'],
  ['CHECKPOINT_RESTORE', 'medium', "Looks into other processes' memory maps and picks process ids."],
  ['IPC_OWNER', 'medium', "Reads and writes other programs' shared memory and message queues."],
  ['SYS_PACCT', 'medium', 'Switches process accounting on and off, and chooses the file it writes.'],
  ['NET_RAW', 'medium', 'Forges packets: poses as other containers on the network by ARP or DNS spoofing.'],
  ['MKNOD', 'medium', 'Makes device files; with access to the device they open the disk of the host.'],
  ['SETFCAP', 'medium', 'Gives capabilities to files, which keep them for whoever starts them later.'],
  ['SETUID', 'medium', 'Becomes any user, root included.'],
  ['SETGID', 'medium', 'Joins any group, such as the one that owns a mounted socket.'],
  ['DAC_OVERRIDE', 'medium', 'Ignores file permissions in everything that is mounted.'],
  ['CHOWN', 'low', 'Takes ownership of mounted files.'],
  ['FOWNER', 'low', "Changes permissions of other users' files in mounts."],
  ['FSETID', 'low', 'Keeps set-user-id bits on files it changes.'],
  ['SETPCAP', 'low', 'Moves capabilities between its sets and changes what its children may get.'],
  ['SYS_CHROOT', 'low', 'Changes the root directory, a building block of escapes from simpler jails.'],
  ['KILL', 'low', 'Signals any process it can see, whoever owns it.'],
  ['NET_BIND_SERVICE', 'low', 'Listens on ports below 1024 and so can pose as a system service.'],
  ['AUDIT_WRITE', 'low', 'Writes false records into the audit log.'],
  ['NET_BROADCAST', 'low', 'Is not used by any current kernel; asking for it does nothing.'],
  ['WAKE_ALARM', 'low', 'Sets timers that wake the machine.'],
  ['BLOCK_SUSPEND', 'low', 'Keeps the machine from going to sleep.'],
];

/** Every capability of Linux, and `ALL`. */
export const CAPABILITIES: readonly Capability[] = TABLE.map(([name, tier, attack]) => ({
  name,
  tier,
  attack,
  dockerDefault: DOCKER_DEFAULT.has(name),
  baseline: DOCKER_DEFAULT.has(name) && name !== 'NET_RAW',
}));

/** The only capability that the Pod Security Standard *restricted* lets a container add. */
export const RESTRICTED_CAPABILITIES: readonly string[] = ['NET_BIND_SERVICE'];

/** `cap_net_raw` → `NET_RAW`: container runtimes take any case and an optional prefix, admission controllers do not. */
export function normaliseCapability(text: string): string {
  return text.trim().toUpperCase().replace(/^CAP_/, '');
}

/** The capability of a name in any case, with or without `CAP_`; undefined when Linux knows none such. */
export function lookupCapability(text: string): Capability | undefined {
  const name = normaliseCapability(text);
  return CAPABILITIES.find((capability) => capability.name === name);
}
