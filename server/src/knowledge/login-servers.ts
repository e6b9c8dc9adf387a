/**
 * Programs that serve logins or files over the network, and do not belong into a container of something else.
 * Sources: CIS Docker 5.7 (no sshd within containers), CIS Distribution Independent Linux 2.2 (services that are to be removed); the
 * manual pages of the programs. Read 2026-11-22.
 */
const SERVERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    SSH: 'sshd dropbear tinysshd',
    Telnet: 'telnetd in.telnetd utelnetd',
    FTP: 'ftpd vsftpd proftpd pure-ftpd in.ftpd wu-ftpd uftpd bftpd',
    TFTP: 'tftpd in.tftpd atftpd',
    'rsh and rlogin': 'rshd in.rshd rlogind in.rlogind rexecd in.rexecd',
    inetd: 'inetd xinetd',
    finger: 'fingerd in.fingerd',
  }).flatMap(([service, programs]) => programs.split(' ').map((program): [string, string] => [program, service])),
);

/** What a program, given by its name or path, serves; undefined for all others. */
export function loginServer(program: string): string | undefined {
  return SERVERS.get(program.slice(program.lastIndexOf('/') + 1));
}
