/**
 * Devices of a Linux host that a container should not get, and what each gives away.
 * Sources: Linux `Documentation/admin-guide/devices.txt`; kernel documentation of VFIO, MSR, watchdog, uinput, KVM and FUSE;
 * docker run reference, "--device". Read 2026-11-21.
 */
import { cleanPath, isWithin } from './paths.ts';

/** *critical*: the host itself; *high*: a way out or the people at the machine; *medium*: a part of the host that others use too. */
export type DeviceTier = 'critical' | 'high' | 'medium';

export interface HostDevice {
  readonly tier: DeviceTier;
  /** What kind of device it is, with an article. */
  readonly what: string;
  /** What an attacker does with it; the end of a sentence. */
  readonly attack: string;
}

const DISK = ['a disk of the host', 'reads and changes every file on it, past all permissions'] as const;

/** A trailing `/` : everything below; otherwise the whole path. */
const TABLE: readonly (readonly [string, DeviceTier, string, string])[] = [
  ['(?:sd|hd|vd|xvd)[a-z]{1,3}\\d*', 'critical', ...DISK],
  ['nvme\\d+(?:n\\d+(?:p\\d+)?)?', 'critical', ...DISK],
  ['mmcblk\\d+(?:p\\d+|boot\\d+)?', 'critical', ...DISK],
  ['md\\d+|md/.+|md_d\\d+', 'critical', ...DISK],
  ['disk/.+|mapper/.+|dm-\\d+', 'critical', ...DISK],
  ['(?:loop|nbd|rbd|zd|bcache|ram)\\d+(?:p\\d+)?', 'critical', ...DISK],
  ['loop-control', 'critical', 'the loop device control', 'attaches files of the host as disks'],
  ['zfs', 'critical', 'the ZFS control device', 'manages every pool of the host'],
  ['mem|port', 'critical', 'the physical memory of the host', 'reads secrets from it and changes the running kernel'],
  ['cpu/\\d+/msr', 'critical', 'the registers of a processor', 'rewrites them and so takes over the kernel'],
  ['vfio/\\d+', 'critical', 'a whole device handed over by VFIO', 'programs it to reach memory that is not its own'],
  ['kmsg', 'high', 'the kernel log', 'reads addresses of the kernel from it and writes false entries'],
  ['kvm|vhost-.+', 'high', 'the virtualisation of the kernel', 'reaches a large and often attacked part of the kernel'],
  ['fuse|cuse|autofs|btrfs-control', 'high', 'a file system device', 'mounts file systems that it answers for itself'],
  ['tpm\\d*|tpmrm\\d+', 'high', 'the TPM of the host', 'uses the keys that the host keeps in it'],
  ['uinput|input/.+|hidraw\\d+', 'high', 'keyboards and mice of the host', 'reads what is typed and types itself'],
  ['bus/usb(?:/.+)?', 'high', 'the USB bus', 'talks to every device that is plugged in'],
  ['mei\\d*|ipmi\\d*|ipmi/\\d+', 'high', 'the management controller of the host', 'works below the operating system'],
  ['watchdog\\d*', 'high', 'the watchdog', 'restarts the host by opening it and falling silent'],
  ['tty\\d+|console', 'high', 'a console of the host', 'reads what is shown and types into it'],
  ['video\\d+|media\\d+', 'medium', 'a camera', 'watches whoever is in front of it'],
  ['snd(?:/.+)?', 'medium', 'the sound card', 'listens through the microphone'],
  ['mtd\\d+|mtdblock\\d+', 'critical', 'the flash memory of the host', 'rewrites its firmware'],
  ['gpiomem\\d*|gpiochip\\d+|i2c-\\d+|spidev[\\d.]+', 'medium', 'the pins of the board', 'controls whatever is wired to it'],
];

const ENTRIES = TABLE.map(([pattern, tier, what, attack]) => ({ pattern: new RegExp(`^(?:${pattern})$`), tier, what, attack }));

/** What a device of the host gives away; undefined for those that are no danger, or normal for what they are for (`/dev/net/tun`, `/dev/dri`). */
export function lookupDevice(path: string): HostDevice | undefined {
  const cleaned = cleanPath(path);
  if (cleaned === '/dev') return { tier: 'critical', what: 'all devices of the host', attack: 'reads and changes its disks' };
  if (!isWithin(cleaned, '/dev')) return undefined;
  const name = cleaned.slice('/dev/'.length);
  return ENTRIES.find(({ pattern }) => pattern.test(name));
}

/** Major numbers of disks, as `device_cgroup_rules` names them (`b 8:* rwm`). */
const DISK_MAJORS: ReadonlySet<number> = new Set([3, 7, 8, 9, 22, 43, 65, 66, 67, 68, 69, 70, 71, 179, 202, 252, 253, 254, 259]);

/** Whether block devices of a major number are disks. */
export function isDiskMajor(major: number): boolean {
  return DISK_MAJORS.has(major);
}
