/**
 * Groups whose members can do on a Linux system what root can, or a part of it.
 * Sources: Debian Wiki, "SystemGroups"; systemd `sysusers.d/basic.conf`; Docker Engine, "Linux post-installation steps".
 * Read 2026-11-21.
 */

const GROUPS: ReadonlyMap<string, string> = new Map([
  ['root', 'the group of root, which may write to many files of the image'],
  ['docker', 'whose members control the container runtime and so are root on the host'],
  ['podman', 'whose members control the container runtime'],
  ['lxd', 'whose members control LXD and so are root on the host'],
  ['libvirt', 'whose members control the virtual machines of the host'],
  ['kvm', 'whose members reach the virtualisation of the kernel'],
  ['disk', 'whose members read and write disks directly'],
  ['kmem', 'whose members read the memory of the kernel'],
  ['shadow', 'whose members read the hashes of all passwords'],
  ['sudo', 'whose members may become root'],
  ['wheel', 'whose members may become root'],
  ['admin', 'whose members may become root'],
  ['adm', 'whose members read the logs of the system'],
  ['systemd-journal', 'whose members read the logs of the system'],
  ['staff', 'whose members write to `/usr/local`'],
]);

/** Numbers that mean the same group on every distribution of note. */
const NUMBERS: ReadonlyMap<number, string> = new Map([[0, 'root']]);

/** What members of a group, named or numbered, can do; the end of a sentence. Undefined for groups of no concern. */
export function privilegedGroup(group: string): string | undefined {
  const text = group.trim();
  const name = /^\+?\d+$/.test(text) ? NUMBERS.get(Number(text)) : text;
  return name === undefined ? undefined : GROUPS.get(name);
}
