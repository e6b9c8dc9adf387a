/**
 * What programs that build steps and containers start need to be allowed, by name.
 * Source: the manual pages of the programs; capabilities(7) of Linux 6.x; docker run reference, "Runtime privilege and Linux
 * capabilities". Read 2026-11-21.
 */

export interface ProgramNeeds {
  /** Whether it does its usual work for root only. */
  readonly root: boolean;
  /** What it does, and what that needs; one sentence. */
  readonly what: string;
}

const PACKAGES: ProgramNeeds = { root: true, what: 'Installs into system directories, which belong to root.' };
const ACCOUNTS: ProgramNeeds = { root: true, what: 'Changes `/etc/passwd` and its like, which belong to root.' };
const MODULES: ProgramNeeds = {
  root: true,
  what: 'Changes modules of the host kernel: needs `CAP_SYS_MODULE`, which containers lack.',
};
const FIREWALL: ProgramNeeds = { root: true, what: 'Changes firewall rules: needs `CAP_NET_ADMIN`, which containers lack.' };
const SWITCH_USER: ProgramNeeds = {
  root: false,
  what: 'Starts a program as another user: from root it needs `CAP_SETUID` and `CAP_SETGID`, from others a set-user-id bit.',
};
const DROP_USER: ProgramNeeds = {
  root: true,
  what: 'Starts a program as another user and gives up root for good: needs `CAP_SETUID` and `CAP_SETGID` until then.',
};
const TRACE: ProgramNeeds = {
  root: false,
  what: "Inspects other processes: its own user's without more, others' with `CAP_SYS_PTRACE`.",
};
const CLIENT: ProgramNeeds = {
  root: false,
  what: "Asks a container engine: needs its socket, and whoever has that is root on the engine's host.",
};

const NEEDS: readonly (readonly [string, ProgramNeeds])[] = [
  ['apt-get apt aptitude dpkg apk dnf microdnf tdnf yum rpm zypper pacman', PACKAGES],
  ['useradd adduser groupadd addgroup usermod groupmod userdel deluser groupdel delgroup chpasswd passwd', ACCOUNTS],
  ['chown chgrp', { root: true, what: 'Gives files away: needs `CAP_CHOWN`, so root.' }],
  [
    'setcap',
    {
      root: true,
      what: 'Gives a program capabilities of its own, with `CAP_SETFCAP`: whoever starts it has them, unless `no-new-privileges` is set.',
    },
  ],
  ['mount umount', { root: true, what: 'Needs `CAP_SYS_ADMIN`, which containers and builds lack: `RUN --mount` needs none.' }],
  ['modprobe insmod rmmod', MODULES],
  ['iptables ip6tables nft ufw firewall-cmd ipset', FIREWALL],
  ['sysctl', { root: true, what: 'Changes settings of the kernel, which are read-only in a container.' }],
  ['ip ifconfig route tc', { root: false, what: 'Shows the network to anyone; changes to it need `CAP_NET_ADMIN`.' }],
  ['tcpdump tshark arping', { root: true, what: "Reads or forges packets: needs `CAP_NET_RAW`, one of Docker's defaults." }],
  ['sudo su', SWITCH_USER],
  ['gosu su-exec setpriv runuser chpst', DROP_USER],
  ['chroot', { root: true, what: "Needs `CAP_SYS_CHROOT`, one of Docker's defaults." }],
  ['unshare nsenter', { root: true, what: 'Makes or enters namespaces: needs `CAP_SYS_ADMIN`, which containers lack.' }],
  ['mknod', { root: true, what: "Makes device files: needs `CAP_MKNOD`, one of Docker's defaults." }],
  ['strace gdb ltrace', TRACE],
  ['docker podman nerdctl crictl', CLIENT],
  ['dockerd containerd', { root: true, what: 'Runs containers in a container: needs `privileged`, or a rootless set-up.' }],
  ['sshd', { root: true, what: 'Logs users in: needs root, and is one more way in; `docker exec` needs none.' }],
  [
    'systemctl service',
    { root: true, what: 'Asks an init system, of which a container has none unless it is started as its program.' },
  ],
];

const BY_NAME: ReadonlyMap<string, ProgramNeeds> = new Map(
  NEEDS.flatMap(([names, needs]) => names.split(' ').map((name) => [name, needs] as const)),
);

/** What a program needs, by its base name; undefined when there is nothing to say. */
export function needsOf(program: string): ProgramNeeds | undefined {
  return BY_NAME.get(program);
}
