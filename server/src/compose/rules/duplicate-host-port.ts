import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { movePublishedPort } from '../edit/ports.ts';
import { placeOfPort, publishedPorts } from '../facts/published-ports.ts';
import { freePortAbove, takenBefore } from '../facts/taken-ports.ts';
import type { ComposeFile } from '../model/model.ts';
import type { PortMapping } from '../model/ports.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

/** The port at the next number that is free in this file; of the host, nothing is known. */
function moveAway(file: ComposeFile, service: EffectiveService, port: PortMapping, first: PortMapping): FixOffer {
  const published = valueOf(port.published);
  const to = published && freePortAbove(file, published.first);
  if (port.at.span.start === first.at.span.start)
    return { title: 'Publish it elsewhere', refused: 'both services take it from one place: give one of them ports of its own' };
  const isOne = published !== undefined && published.first === published.last;
  if (!isOne || to === undefined) return { title: 'Publish it elsewhere', refused: 'it is a range of ports' };
  return movePublishedPort(service, port, published.first, to, {
    title: `Publish port \`${port.label}\` as ${to}`,
    safety: 'placeholder',
    caution: 'See whether the port is free on the host. Clients have to be told it.',
  });
}

export default composeRule({
  id: 'compose/duplicate-host-port',
  title: 'Port of the host taken twice',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    dclint: [
      {
        id: 'no-duplicate-exported-ports',
        relation: 'wider',
        note: 'also one address and all addresses, and defaults of variables',
      },
    ],
  },
  references: [{ title: 'Compose: ports', url: 'https://docs.docker.com/reference/compose-file/services/#ports' }],
  messages: {
    taken: 'Service `{service}` publishes `{port}`, which service `{other}` takes already: only one of them starts.',
  },
  visit: {
    service(context, service, file) {
      if (publishedPorts(service).length === 0) return;
      for (const port of publishedPorts(service)) {
        const first = takenBefore(file, service, port);
        if (!first) continue;
        context.report({
          at: placeOfPort(port),
          message: 'taken',
          data: { service: service.name, port: port.label, other: first.by.name },
          related: [{ at: placeOfPort(first.port), message: `\`${first.by.name}\` takes it here` }],
          fixes: () => [moveAway(file, service, port, first.port)],
        });
      }
    },
  },
});
