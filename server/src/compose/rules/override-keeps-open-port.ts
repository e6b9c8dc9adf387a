import { valueOf } from '../../core/value.ts';
import { replaceInherited } from '../edit/override.ts';
import { onAllInterfaces, publishedPorts } from '../facts/published-ports.ts';
import type { PortMapping } from '../model/ports.ts';
import { composeRule } from '../rule.ts';

/** Whether an entry comes from another file or service; one of an anchor counts as the service's own, since it is added likewise. */
function isInherited({ at: { via } }: PortMapping): boolean {
  return via?.kind === 'file' || via?.kind === 'extends';
}

/** Whether two entries publish one port of the container. */
function sameTarget(a: PortMapping, b: PortMapping): boolean {
  const [x, y] = [valueOf(a.target), valueOf(b.target)];
  return (
    x !== undefined && y !== undefined && x.first === y.first && x.last === y.last && valueOf(a.protocol) === valueOf(b.protocol)
  );
}

export default composeRule({
  id: 'compose/override-keeps-open-port',
  title: 'Override that leaves a port open',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Compose: merge', url: 'https://docs.docker.com/reference/compose-file/merge/#sequence' },
    { title: 'Compose: replace value', url: 'https://docs.docker.com/reference/compose-file/merge/#replace-value' },
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
  ],
  messages: {
    both: '`{port}` of service `{service}` does not replace `{open}` of `{file}`: the port stays open on all interfaces.',
  },
  visit: {
    service(context, service) {
      const ports = publishedPorts(service);
      for (const port of ports) {
        if (isInherited(port) || port.at.uri !== undefined || port.hostIp.kind !== 'known' || onAllInterfaces(port)) continue;
        const open = ports.find((other) => isInherited(other) && sameTarget(other, port) && onAllInterfaces(other));
        if (!open) continue;
        context.report({
          at: port.at,
          message: 'both',
          data: { service: service.name, port: port.label, open: open.label, file: open.at.via?.file ?? open.at.via?.name ?? '' },
          related: [{ at: open.at, message: 'It is published here' }],
          fixes: () => [
            replaceInherited(service, 'ports', {
              title: 'Replace all ports of the other file, by `!override`',
              safety: 'hardening',
              caution: 'Only the ports that are listed here are published then.',
            }),
          ],
        });
      }
    },
  },
});
