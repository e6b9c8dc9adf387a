import { valueOf } from '../../core/value.ts';
import { removeServiceItem } from '../edit.ts';
import { isDatastore } from '../facts/service-networks.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/database-on-external-network',
  title: 'Database on a network of other projects',
  severity: 'medium',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Compose: external networks', url: 'https://docs.docker.com/reference/compose-file/networks/#external' },
    { title: 'CWE-653', url: 'https://cwe.mitre.org/data/definitions/653.html' },
  ],
  messages: { external: 'Service `{service}` is on `{network}`, which other projects share: every container there reaches it.' },
  visit: {
    service(context, service, file) {
      if (!isDatastore(service)) return;
      for (const { name, at } of service.networks.items) {
        const network = valueOf(name);
        const definition = network === undefined ? undefined : file.networks.get(network);
        if (network === undefined || !definition || valueOf(definition.external) !== true) continue;
        context.report({
          at,
          message: 'external',
          data: { service: service.name, network },
          related: [{ at: definition.keyAt, message: 'It is made outside of this project' }],
          fixes: () => [
            removeServiceItem(service, at, {
              title: `Leave the network \`${network}\``,
              safety: 'hardening',
              caution: 'Services of other projects no longer reach it; those of this one need a network in common with it.',
            }),
          ],
        });
      }
    },
  },
});
