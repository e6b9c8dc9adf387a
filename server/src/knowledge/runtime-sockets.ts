/**
 * Sockets and pipes through which a container takes over its host or its user.
 * Sources: the documentation of Docker Engine ("Protect the Docker daemon socket"), Docker Desktop, containerd, CRI-O,
 * cri-dockerd, Podman, BuildKit, k3s, k0s, MicroK8s, Colima, Rancher Desktop, Lima, OrbStack, LXD, systemd, libvirt. Read
 * 2026-11-21.
 */
import { matchesPath } from './glob.ts';
import { belowHome, cleanPath, isWithin } from './paths.ts';

/**
 * *runtime*: starts containers, so root on the host; *host*: steers other services of the host; *agent*: uses a person's
 * keys.
 */
export type SocketKind = 'runtime' | 'host' | 'agent';

export interface HostSocket {
  readonly kind: SocketKind;
  /** `Docker`, `containerd`, `systemd` … */
  readonly service: string;
  /** Path of the socket that is reached, in its usual spelling. */
  readonly socket: string;
  /** Whether the socket itself is mounted, or a directory that holds it. */
  readonly through: 'socket' | 'directory';
}

/** Clean absolute paths; a `*` is one segment. */
const SOCKETS: readonly (readonly [string, SocketKind, string])[] = [
  ['/run/docker.sock', 'runtime', 'Docker'],
  ['/run/docker.sock.raw', 'runtime', 'Docker'],
  ['/run/user/*/docker.sock', 'runtime', 'Docker'],
  ['/run/docker/containerd/containerd.sock', 'runtime', 'containerd'],
  ['/run/host-services/docker.proxy.sock', 'runtime', 'Docker'],
  ['/run/containerd/containerd.sock', 'runtime', 'containerd'],
  ['/run/containerd/containerd.sock.ttrpc', 'runtime', 'containerd'],
  ['/run/k3s/containerd/containerd.sock', 'runtime', 'containerd'],
  ['/run/k0s/containerd.sock', 'runtime', 'containerd'],
  ['/var/snap/microk8s/common/run/containerd.sock', 'runtime', 'containerd'],
  ['/run/crio/crio.sock', 'runtime', 'CRI-O'],
  ['/run/cri-dockerd.sock', 'runtime', 'cri-dockerd'],
  ['/run/dockershim.sock', 'runtime', 'Docker'],
  ['/run/podman/podman.sock', 'runtime', 'Podman'],
  ['/run/user/*/podman/podman.sock', 'runtime', 'Podman'],
  ['/run/buildkit/buildkitd.sock', 'runtime', 'BuildKit'],
  ['/run/lxd.socket', 'runtime', 'LXD'],
  ['/var/lib/lxd/unix.socket', 'runtime', 'LXD'],
  ['/var/snap/lxd/common/lxd/unix.socket', 'runtime', 'LXD'],
  ['//./pipe/docker_engine', 'runtime', 'Docker'],
  ['//./pipe/dockerDesktopLinuxEngine', 'runtime', 'Docker'],
  ['//./pipe/dockerDesktopWindowsEngine', 'runtime', 'Docker'],
  ['//./pipe/containerd-containerd', 'runtime', 'containerd'],
  ['/run/systemd/private', 'host', 'systemd'],
  ['/run/dbus/system_bus_socket', 'host', 'D-Bus'],
  ['/run/libvirt/libvirt-sock', 'host', 'libvirt'],
  ['/run/snapd.socket', 'host', 'snapd'],
  ['/run/udev/control', 'host', 'udev'],
  ['/run/host-services/ssh-auth.sock', 'agent', 'SSH agent'],
];

/** Paths below a home directory. */
const HOME_SOCKETS: readonly (readonly [string, SocketKind, string])[] = [
  ['.docker/run/docker.sock', 'runtime', 'Docker'],
  ['.docker/desktop/docker.sock', 'runtime', 'Docker'],
  ['.colima/docker.sock', 'runtime', 'Docker'],
  ['.colima/*/docker.sock', 'runtime', 'Docker'],
  ['.rd/docker.sock', 'runtime', 'Docker'],
  ['.orbstack/run/docker.sock', 'runtime', 'Docker'],
  ['.lima/*/sock/docker.sock', 'runtime', 'Docker'],
  ['.local/share/containers/podman/machine/podman.sock', 'runtime', 'Podman'],
  ['.gnupg/S.gpg-agent', 'agent', 'GPG agent'],
];

/** The directory of a path or pattern. */
function parentOf(pattern: string): string {
  return pattern.slice(0, Math.max(0, pattern.lastIndexOf('/')));
}

/**
 * Directories of so much else that a mount of them is judged as a host path; `/var/run` is a link, which a mount of
 * `/var` does not follow.
 */
const TOO_WIDE: ReadonlySet<string> = new Set(['/var', '/var/lib', '/var/snap']);

/** Whether a mount of `path` shows a socket at `pattern` below it. */
function holds(path: string, pattern: string): boolean {
  if (TOO_WIDE.has(path)) return false;
  for (let parent = parentOf(pattern); parent !== ''; parent = parentOf(parent)) if (matchesPath(path, parent)) return true;
  return path === '/' && pattern.startsWith('/') && !pattern.startsWith('//');
}

function isSocketVariable(path: string): boolean {
  return /^\$(?:\{SSH_AUTH_SOCK\b[^}]*\}|SSH_AUTH_SOCK)$/.test(path.trim());
}

/**
 * The socket that a host path is or holds, or undefined. Takes any spelling: `/var/run` is `/run`, doubled slashes, `..`, `~`,
 * `$HOME`, Windows pipes. A read-only mount makes no difference: it protects the file, not what is asked through it.
 */
export function lookupSocket(path: string): HostSocket | undefined {
  if (isSocketVariable(path)) return { kind: 'agent', service: 'SSH agent', socket: path.trim(), through: 'socket' };
  const cleaned = cleanPath(path).replace(/^\$\{?XDG_RUNTIME_DIR\}?(?=\/|$)/, '/run/user/1000');
  const inHome = belowHome(path);
  for (const [pattern, kind, service] of SOCKETS) {
    if (matchesPath(cleaned, pattern) || (cleaned.startsWith('//') && cleaned.toLowerCase() === pattern.toLowerCase())) {
      return { kind, service, socket: pattern, through: 'socket' };
    }
  }
  for (const [pattern, kind, service] of HOME_SOCKETS) {
    if (inHome !== undefined && matchesPath(inHome, pattern)) return { kind, service, socket: `~/${pattern}`, through: 'socket' };
    if (inHome !== undefined && inHome !== '' && matchesPath(inHome, parentOf(pattern)) && parentOf(pattern).includes('/')) {
      return { kind, service, socket: `~/${pattern}`, through: 'directory' };
    }
  }
  const held = SOCKETS.find(([pattern]) => holds(cleaned, pattern));
  return held && { kind: held[1], service: held[2], socket: held[0], through: 'directory' };
}

/**
 * The container runtime's socket that a mount of `path` hands to the container, itself or inside the directory (`/run`, `/`);
 * undefined when there is none.
 */
export function mountsRuntimeSocket(path: string): HostSocket | undefined {
  const found = lookupSocket(path);
  return found?.kind === 'runtime' ? found : undefined;
}

/** Whether a clean or raw path lies in a directory that only holds runtime sockets and state (`/run/containerd/…`). */
export function isRuntimeDirectory(path: string): boolean {
  const cleaned = cleanPath(path);
  return ['/run/docker', '/run/containerd', '/run/crio', '/run/podman', '/run/k3s', '/run/k0s', '/run/buildkit'].some((dir) =>
    isWithin(cleaned, dir),
  );
}
