import { valueOf } from '../../core/value.ts';
import { removeServiceItem } from '../edit.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/host-network-by-name',
  title: 'Network of the host joined by name',
  severity: 'high',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-653', url: 'https://cwe.mitre.org/data/definitions/653.html' },
    { title: 'CIS Docker 5.10', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Docker: host network driver', url: 'https://docs.docker.com/engine/network/drivers/host/' },
  ],
  messages: {
    host: 'Service `{service}` joins `{network}`, which is the network of the host: it reaches services on localhost.',
  },
  visit: {
    service(context, service, file) {
      for (const { name, at } of service.networks.items) {
        const key = valueOf(name);
        const definition = key === undefined ? undefined : file.networks.get(key);
        if (key === undefined || !definition) continue;
        const external = valueOf(definition.external) === true;
        const real = definition.name.kind === 'absent' ? key : valueOf(definition.name);
        const byDriver = valueOf(definition.driver) === 'host';
        if (!byDriver && !(external && real === 'host')) continue;
        context.report({
          at,
          message: 'host',
          data: { service: service.name, network: key },
          related: [{ at: definition.keyAt, message: `\`${key}\` is the network of the host` }],
          fixes: () => [
            removeServiceItem(service, at, {
              title: `Leave the network \`${key}\``,
              safety: 'hardening',
              caution: 'Ports have to be published with `ports`, and other services are reached by their names.',
            }),
          ],
        });
      }
    },
  },
});
