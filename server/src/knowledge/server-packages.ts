/**
 * Packages of servers that a container should not have.
 * Sources: the package lists of Debian 12 and 13, Ubuntu 24.04, Fedora 42, openSUSE Leap 15.6 and Alpine 3.22; CIS Distribution
 * Independent Linux 2.2 (services that are to be removed); CIS Docker 5.6 (no sshd in containers). Read 2026-11-21.
 */

/** What a package brings: a service that speaks in plain text, or a login over the network. */
export interface ServerPackage {
  readonly kind: 'plain-text' | 'ssh';
  /** `Telnet`, `FTP` … */
  readonly service: string;
  /** The package of the client alone, where the one named brings both. */
  readonly client?: string;
}

const PLAIN_TEXT: Readonly<Record<string, readonly string[]>> = {
  Telnet: ['telnetd', 'telnet-server', 'inetutils-telnetd', 'busybox-extras-telnetd', 'utelnetd'],
  FTP: ['ftpd', 'inetutils-ftpd', 'vsftpd', 'proftpd', 'proftpd-basic', 'proftpd-core', 'pure-ftpd', 'wu-ftpd', 'uftpd', 'bftpd'],
  TFTP: ['tftpd', 'tftpd-hpa', 'atftpd', 'tftp-server', 'tftp-hpa', 'atftp-server'],
  'rsh and rlogin': ['rsh-server', 'rsh-redone-server', 'rlogin', 'rexec-server', 'inetutils-rshd'],
  talk: ['talkd', 'talk-server', 'inetutils-talkd'],
  finger: ['fingerd', 'finger-server', 'efingerd', 'cfingerd'],
  NIS: ['nis', 'ypserv', 'ypbind', 'ypbind-mt'],
  inetd: ['xinetd', 'openbsd-inetd', 'inetutils-inetd', 'rlinetd', 'inetd'],
};

const SERVICE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(PLAIN_TEXT).flatMap(([service, names]) => names.map((name) => [name, service] as const)),
);

const SSH: ReadonlySet<string> = new Set([
  ...['openssh-server', 'openssh-server-pam', 'openssh-server-common', 'dropbear', 'dropbear-bin', 'dropbear-run', 'tinyssh'],
  'tinysshd',
]);

/** Names that bring server and client together, by the tool that installs them. */
const SSH_WITH_CLIENT: Readonly<Record<string, readonly [name: string, client: string]>> = {
  apk: ['openssh', 'openssh-client'],
  'apt-get': ['ssh', 'openssh-client'],
  apt: ['ssh', 'openssh-client'],
};

/** The server that a package of a tool (`apk`, `apt-get` …) brings; the name may carry a version (`x=1`, `x~1`). */
export function serverPackage(tool: string, name: string): ServerPackage | undefined {
  const plain = name.replace(/[=~<>:].*$/, '');
  const service = SERVICE_OF.get(plain);
  if (service !== undefined) return { kind: 'plain-text', service };
  if (SSH.has(plain)) return { kind: 'ssh', service: 'SSH' };
  const [both, client] = (Object.hasOwn(SSH_WITH_CLIENT, tool) && SSH_WITH_CLIENT[tool]) || [];
  return plain === both && client !== undefined ? { kind: 'ssh', service: 'SSH', client } : undefined;
}
