import type { FixOffer } from '../../core/finding.ts';
import type { RuleMeta } from '../../core/rule.ts';
import type { At } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import { lookupPort, type SensitivePort } from '../../knowledge/ports.ts';
import { setPortAddress } from '../edit.ts';
import type { ComposeFile } from '../model/model.ts';
import type { PortMapping } from '../model/ports.ts';
import { isWildcardAddress } from '../model/ports.ts';
import type { EffectiveService } from '../model/service.ts';

/** Both rules about open ports serve these: one tells of the ports that are known to be sensitive, the other of the rest. */
export const OPEN_PORT_EQUIVALENTS: RuleMeta['equivalents'] = {
  'compose-lint': [{ id: 'CL-0005', relation: 'equal', note: 'port-all-interfaces and sensitive-port-published together' }],
  dclint: [
    {
      id: 'no-unbound-port-interfaces',
      relation: 'narrower',
      note: 'an address that a variable holds is not taken for a missing one',
    },
  ],
  kics: [
    {
      id: 'Container Traffic Not Bound To Host Interface',
      aliases: ['451d79dc-0588-476a-ad03-3c7f0320abb3', 'container_traffic_not_bound_to_host_interface'],
      relation: 'wider',
      note: 'also addresses that stand for all interfaces, such as `0.0.0.0` and `::`',
    },
  ],
};

/** The ports that a service opens on the host; on the host's own network `ports` has no effect. */
export function publishedPorts(service: EffectiveService): readonly PortMapping[] {
  return valueOf(service.networkMode) === 'host' ? [] : service.ports.items;
}

/** Whether a port listens on every interface of the host. */
export function onAllInterfaces({ hostIp }: PortMapping): boolean {
  return hostIp.kind === 'absent' || (hostIp.kind === 'known' && isWildcardAddress(hostIp.value));
}

/** A short syntax as a whole; of a long one, the address or the port that a reader has to look at. */
export function placeOfPort({ syntax, hostIp, published, target, at }: PortMapping): At {
  if (syntax === 'short') return at;
  if (hostIp.kind === 'known') return hostIp.at;
  return published.kind === 'absent' ? target.at : published.at;
}

/** Meant to be reached from other machines wherever they run; whether they should is not told by the port. */
const MEANT_TO_BE_REACHED: ReadonlySet<string> = new Set(['SSH', 'SMTP', 'POP3', 'IMAP', 'DNS', 'SIP', 'MQTT', 'HTTP proxy']);

/**
 * The service behind a published port that should face no network, by the port of the container. A port that many programs use counts
 * only when the image or the service is named after the one that is meant.
 */
export function sensitiveService(service: EffectiveService, port: PortMapping): SensitivePort | undefined {
  const target = valueOf(port.target);
  const protocol = valueOf(port.protocol);
  if (!target || target.last - target.first > 100 || (protocol !== 'tcp' && protocol !== 'udp')) return undefined;
  for (let number = target.first; number <= target.last; number++) {
    const found = lookupPort(number, protocol);
    if (!found || MEANT_TO_BE_REACHED.has(found.service)) continue;
    const [word = ''] = found.service.toLowerCase().split(' ');
    if (!found.ambiguous || `${service.name} ${valueOf(service.image) ?? ''}`.toLowerCase().includes(word)) return found;
  }
  return undefined;
}

/** Binds a port to the loopback interface, of the family that it names; refused in a file for a swarm. */
export function bindToLoopback(file: ComposeFile, service: EffectiveService, port: PortMapping): FixOffer {
  const address = valueOf(port.hostIp)?.includes(':') ? '::1' : '127.0.0.1';
  const title = `Bind port \`${port.label}\` to ${address}`;
  const [sign] = file.swarm;
  if (sign) return { title, refused: `a swarm ignores the address, and \`${sign.what}\` says that this file is for one` };
  return setPortAddress(service, port, address, {
    title,
    safety: 'hardening',
    caution: 'Other machines no longer reach the port; on this one, a reverse proxy or an SSH tunnel still does.',
  });
}
