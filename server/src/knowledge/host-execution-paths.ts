/**
 * Which files below a system directory of a host only belong to a program, and which the host itself obeys.
 * Sources: Filesystem Hierarchy Standard 3.0 (`/etc`, `/usr/share`, `/usr/local`); cron(8), systemd.unit(5), ld.so(8), pam(8),
 * sudoers(5), sshd_config(5), udev(7), modprobe.d(5), logrotate(8). Read 2026-11-21.
 */
import { cleanPath, isWithin } from './paths.ts';

/** In `/etc`: writing there is as good as running a program as root. A trailing `*` stands for the rest of the name. */
const OBEYED: readonly string[] = [
  'cron*',
  'anacrontab',
  'at.*',
  'systemd',
  'init*',
  'rc*',
  'profile*',
  'bash*',
  'zsh*',
  'environment*',
  'ld.so*',
  'pam*',
  'passwd*',
  'group*',
  'shadow*',
  'sudo*',
  'doas.conf',
  'ssh',
  'udev',
  'modprobe*',
  'modules*',
  'sysctl*',
  'apt',
  'yum*',
  'dnf',
  'apk',
  'dpkg',
  'logrotate*',
  'update-motd.d',
  'NetworkManager',
  'network',
  'netplan',
  'dhcp',
  'fstab',
  'exports',
  'auto*',
  'xdg',
  'skel',
  'alternatives',
  'ca-certificates',
  'nsswitch.conf',
  'hosts*',
  'crypttab',
  'sub*',
  'sysconfig',
  'kernel',
  'grub*',
  'login*',
  'resolv.conf',
  'polkit-1',
  'dbus-1',
  'default',
  'security',
  'selinux',
  'apparmor*',
  'audit',
];

const PLAIN: readonly string[] = ['/usr/share', '/usr/local/share', '/usr/src', '/usr/games', '/usr/include'];

function isObeyed(name: string): boolean {
  return OBEYED.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry));
}

/** Whether a path below a system directory is one that only a program reads: `/etc/nginx/conf.d`, `/usr/share/app`. */
export function belongsToProgram(path: string): boolean {
  const cleaned = cleanPath(path);
  if (PLAIN.some((plain) => isWithin(cleaned, plain) && cleaned !== plain)) return true;
  const [, root, name] = cleaned.split('/');
  return root === 'etc' && name !== undefined && !isObeyed(name);
}
