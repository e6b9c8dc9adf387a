import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { movePublishedPort } from '../edit/ports.ts';
import { placeOfPort, publishedPorts } from '../facts/published-ports.ts';
import type { PortMapping } from '../model/ports.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

const FIRST_FREE = 1024;
/** Ports of the web, which a browser asks for by itself. */
const WEB: ReadonlySet<number> = new Set([80, 443]);
const MOVED_BY = 8000;

function move(service: EffectiveService, port: PortMapping, from: number): FixOffer {
  const to = from + MOVED_BY;
  return movePublishedPort(service, port, from, to, {
    title: `Publish port \`${port.label}\` as ${to}`,
    safety: 'hardening',
    caution: 'Clients have to be told the new port.',
  });
}

export default composeRule({
  id: 'compose/host-privileged-port',
  title: 'Privileged port of the host published',
  severity: 'info',
  confidence: 'high',
  category: 'network',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kics: [
      {
        id: 'Privileged Ports Mapped In Container',
        aliases: ['bc2908f3-f73c-40a9-8793-c1b7d5544f79', 'privileged_ports_mapped_in_container'],
        relation: 'narrower',
        note: 'only ports of the host, and not 80 and 443: inside a container, a low port needs no privilege',
      },
    ],
  },
  references: [
    { title: 'CIS Docker 5.8', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Compose: ports', url: 'https://docs.docker.com/reference/compose-file/services/#ports' },
  ],
  messages: {
    privileged: 'Service `{service}` publishes `{port}`: port {number} of the host is one that only root may open.',
  },
  visit: {
    service(context, service) {
      for (const port of publishedPorts(service)) {
        const published = valueOf(port.published);
        if (!published || published.first === 0 || published.first >= FIRST_FREE || WEB.has(published.first)) continue;
        context.report({
          at: placeOfPort(port),
          message: 'privileged',
          data: { service: service.name, port: port.label, number: published.first },
          fixes: () => [move(service, port, published.first)],
        });
      }
    },
  },
});
