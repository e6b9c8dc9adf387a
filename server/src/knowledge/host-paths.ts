/**
 * Paths of a host that a container should not get, and those that it may.
 * Sources: CIS Docker Benchmark 5.5 (sensitive host directories); NSA/CISA Kubernetes Hardening Guide; Filesystem Hierarchy
 * Standard 3.0; the documentation of Docker, containerd, kubelet and etcd on where they keep their state. Read 2026-11-21.
 */
import { belowHome, cleanPath, isWithin } from './paths.ts';

/**
 * *root*: the whole file system; *root-equivalent*: writing there is root on the host; *runtime-data*: state of container
 * runtimes and orchestrators; *credentials*: keys and passwords; *disclosure*: tells much about the host or its users; *shared*:
 * open to all programs of the host; *harmless*: commonly mounted and of no use to an attacker, if read-only where
 * `needsReadOnly` says so.
 */
export type HostPathGroup = 'root' | 'root-equivalent' | 'runtime-data' | 'credentials' | 'disclosure' | 'shared' | 'harmless';

export interface HostPath {
  readonly group: HostPathGroup;
  /** The entry of the table that the path is, or lies below. */
  readonly entry: string;
  /** Whether the path is the entry itself. */
  readonly exact: boolean;
  readonly needsReadOnly: boolean;
}

/** A trailing `!` : only the path itself, nothing below it. */
const PATHS: Readonly<Record<Exclude<HostPathGroup, 'credentials' | 'harmless'>, readonly string[]>> = {
  root: ['/!', 'C:/!', '/mnt/c!', '/host_mnt!', '/c!'],
  'root-equivalent': [
    '/etc',
    '/root',
    '/boot',
    '/proc',
    '/sys/fs/cgroup',
    '/sys/kernel/debug',
    '/sys/kernel/security',
    '/usr',
    '/bin',
    '/sbin',
    '/lib',
    '/lib64',
    '/lib32',
    '/libx32',
    '/var/spool/cron',
    '/var/lib!',
    '/var!',
    '/opt/cni',
    '/var/lib/systemd',
    '/var/lib/cloud',
    '/var/lib/dpkg',
    '/var/lib/rpm',
    'C:/Windows',
  ],
  'runtime-data': [
    '/var/lib/docker',
    '/var/lib/containerd',
    '/var/lib/containers',
    '/var/lib/kubelet',
    '/var/lib/rancher',
    '/var/lib/etcd',
    '/var/lib/cni',
    '/var/lib/crio',
    '/run!',
    '/run/docker',
    '/run/containerd',
    '/run/crio',
    '/run/podman',
    '/run/k3s',
    '/etc/kubernetes',
    '/etc/cni',
    '/etc/docker',
    '/etc/crio',
    '/etc/containers',
    '/etc/containerd',
    'C:/ProgramData/docker',
    'C:/ProgramData/containerd',
  ],
  disclosure: [
    '/sys',
    '/dev',
    '/home!',
    '/Users!',
    'C:/Users!',
    '/mnt!',
    '/media!',
    '/srv!',
    '/var/log',
    '/var/mail',
    '/var/spool/mail',
    '/run/dbus',
    '/run/udev',
    '/run/libvirt',
    '/run/systemd',
    '/run/utmp',
  ],
  shared: ['/tmp', '/var/tmp', '/dev/shm'],
};

const CREDENTIALS: readonly string[] = [
  '/etc/shadow',
  '/etc/gshadow',
  '/etc/sudoers',
  '/etc/ssl/private',
  '/etc/pki/tls/private',
  '/etc/letsencrypt/live',
  '/etc/letsencrypt/archive',
  '/etc/krb5.keytab',
  '/etc/kubernetes/admin.conf',
  '/etc/kubernetes/super-admin.conf',
  '/etc/kubernetes/kubelet.conf',
  '/etc/kubernetes/controller-manager.conf',
  '/etc/kubernetes/scheduler.conf',
  '/etc/kubernetes/pki',
  '/etc/kubernetes/azure.json',
  '/etc/rancher/k3s/k3s.yaml',
  '/var/lib/kubelet/pki',
  '/var/lib/rancher/k3s/server/token',
];

/** Below a home directory. */
const HOME_CREDENTIALS: readonly string[] = [
  '.ssh',
  '.aws',
  '.kube',
  '.docker/config.json',
  '.docker!',
  '.config/gcloud',
  '.azure',
  '.gnupg',
  '.netrc',
  '.npmrc',
  '.pypirc',
  '.git-credentials',
  '.config/gh',
  '.config/hub',
  '.vault-token',
  '.terraform.d/credentials.tfrc.json',
  '.config/doctl',
  '.oci',
  '.config/rclone',
  '.m2/settings.xml',
  '.gradle/gradle.properties',
  '.cargo/credentials.toml',
  '.cargo/credentials',
  '.pgpass',
  '.my.cnf',
  '.password-store',
  '.config/op',
  '.bash_history',
  '.zsh_history',
  '.gem/credentials',
  '.nuget/NuGet/NuGet.Config',
  '.s3cfg',
  '.boto',
];

/** A `ro` behind: only when mounted read-only. */
const HARMLESS: readonly string[] = [
  '/etc/localtime',
  '/etc/timezone',
  '/etc/machine-id',
  '/etc/resolv.conf ro',
  '/etc/hosts ro',
  '/etc/hostname ro',
  '/etc/os-release ro',
  '/usr/lib/os-release ro',
  '/etc/ssl/certs ro',
  '/etc/pki/ca-trust ro',
  '/etc/ca-certificates ro',
  '/usr/share/ca-certificates ro',
  '/usr/local/share/ca-certificates ro',
  '/usr/share/zoneinfo ro',
  '/usr/share/fonts ro',
  '/usr/src ro',
  '/dev/null',
  '/dev/zero',
  '/dev/full',
  '/dev/random',
  '/dev/urandom',
  '/dev/tty',
  '/dev/pts',
];

interface Entry {
  readonly path: string;
  readonly group: HostPathGroup;
  readonly below: boolean;
  readonly needsReadOnly: boolean;
}

const ENTRIES: readonly Entry[] = [
  ...Object.entries(PATHS).flatMap(([group, paths]) =>
    paths.map((text) => ({
      path: text.replace(/!$/, ''),
      group: group as HostPathGroup,
      below: !text.endsWith('!'),
      needsReadOnly: false,
    })),
  ),
  ...CREDENTIALS.map((text) => ({ path: cleanPath(text), group: 'credentials' as const, below: true, needsReadOnly: false })),
  ...HARMLESS.map((text) => ({
    path: text.replace(/ ro$/, ''),
    group: 'harmless' as const,
    below: true,
    needsReadOnly: text.endsWith(' ro'),
  })),
].sort((a, b) => b.path.length - a.path.length);

function homePath(below: string): HostPath | undefined {
  if (below === '') return { group: 'disclosure', entry: '~', exact: true, needsReadOnly: false };
  for (const text of HOME_CREDENTIALS) {
    const path = text.replace(/!$/, '');
    if (below === path || (!text.endsWith('!') && isWithin(below, path)))
      return { group: 'credentials', entry: `~/${path}`, exact: below === path, needsReadOnly: false };
  }
  if (isWithin(below, '.local/share/docker') || isWithin(below, '.local/share/containers')) {
    return {
      group: 'runtime-data',
      entry: `~/${below.split('/').slice(0, 3).join('/')}`,
      exact: below.split('/').length === 3,
      needsReadOnly: false,
    };
  }
  return undefined;
}

/**
 * What a host path is to a container that mounts it: the longest entry that it is or lies below, by whole segments (`/devdata`
 * is not in `/dev`). Takes any spelling of the path; undefined for paths of no concern, relative paths and volume names.
 */
export function classifyHostPath(path: string): HostPath | undefined {
  const below = belowHome(path);
  const inHome = below === undefined ? undefined : homePath(below);
  if (inHome && (below !== '' || !/^\/root\/?$/.test(cleanPath(path)))) return inHome;
  const cleaned = cleanPath(path);
  const entry = ENTRIES.find((e) => cleaned === e.path || (e.below && isWithin(cleaned, e.path)));
  return entry && { group: entry.group, entry: entry.path, exact: cleaned === entry.path, needsReadOnly: entry.needsReadOnly };
}

/**
 * What a path holds when it is a place for keys or passwords (`~/.ssh`, `/root/.aws/credentials`, `/etc/shadow`); else
 * undefined.
 */
export function credentialPath(path: string): string | undefined {
  const found = classifyHostPath(path);
  return found?.group === 'credentials' ? found.entry : undefined;
}

const CREDENTIAL_FILES: readonly RegExp[] = [
  /^\.env(?:\.(?!example|sample|template|dist|defaults?|schema|test)[\w.-]+)?$/i,
  /^id_(?:rsa|dsa|ecdsa|ed25519)(?:_[\w-]+)?$/i,
  /^[._]netrc$|^\.(?:npmrc|yarnrc\.yml|pypirc|git-credentials|htpasswd|pgpass|my\.cnf|vault-token)$/i,
  /^\.(?:dockercfg|dockerconfigjson|s3cfg|boto)$/i,
  /^(?:kubeconfig|credentials\.tfrc\.json|service[-_]?account(?:[-_]?key)?\.json)$/i,
  /^[\w.-]+\.(?:pem|key|p12|pfx|jks|keystore|ppk|kdbx|ovpn)$/i,
];
const PUBLIC_FILES =
  /(?:^|[._-])(?:pub|public|ca|cert|certs|certificate|chain|fullchain|bundle|cacert|ca-certificates?)(?:[._-]|$)/i;

/**
 * Whether a file that an image gets by COPY or ADD is by its name one that holds credentials: `.env`, `id_rsa`, `server.key`,
 * `.npmrc`, `.aws/credentials`. Certificates and public keys are not.
 */
export function isCredentialFile(path: string): boolean {
  const cleaned = cleanPath(path);
  const base = cleaned.slice(cleaned.lastIndexOf('/') + 1);
  if (/(?:^|\/)(?:\.ssh|\.aws|\.gnupg|\.kube|\.azure)(?:\/|$)/.test(cleaned) || /(?:^|\/)\.docker\/config\.json$/.test(cleaned))
    return !base.endsWith('.pub');
  return CREDENTIAL_FILES.some((pattern) => pattern.test(base)) && !PUBLIC_FILES.test(base);
}
