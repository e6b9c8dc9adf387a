/**
 * Ports of protocols that send logins and content in the clear, and what to use instead.
 * Sources: IANA Service Name and Port Number Registry; RFC 8314 (mail), RFC 4217 (FTP over TLS), MQTT 5.0 section 5; NIST SP 800-123,
 * section 4.2.1. Read 2026-11-22.
 */
export interface PlaintextPort {
  readonly service: string;
  /** What does the same encrypted. */
  readonly instead: string;
}

const TABLE: ReadonlyMap<string, PlaintextPort> = new Map(
  (
    [
      ['tcp', [20, 21], 'FTP', 'SFTP'],
      ['tcp', [23], 'Telnet', 'SSH'],
      ['udp', [69], 'TFTP', 'HTTPS'],
      ['tcp', [110], 'POP3', 'POP3 over TLS, port 995'],
      ['tcp', [143], 'IMAP', 'IMAP over TLS, port 993'],
      ['udp', [161], 'SNMP', 'SNMPv3'],
      ['tcp', [389], 'LDAP', 'LDAP over TLS, port 636'],
      ['tcp', [512, 513, 514], 'rlogin and rsh', 'SSH'],
      ['tcp', [1883], 'MQTT', 'MQTT over TLS, port 8883'],
    ] as const
  ).flatMap(([protocol, ports, service, instead]) =>
    ports.map((port): [string, PlaintextPort] => [`${port}/${protocol}`, { service, instead }]),
  ),
);

/** The protocol without encryption that a port of a container is known for. */
export function lookupPlaintextPort(port: number, protocol: string): PlaintextPort | undefined {
  return TABLE.get(`${port}/${protocol}`);
}
