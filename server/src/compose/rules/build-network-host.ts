import { valueOf } from '../../core/value.ts';
import { removeAt } from '../edit/paths.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/build-network-host',
  title: 'Build on the network of the host',
  severity: 'medium',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-653', url: 'https://cwe.mitre.org/data/definitions/653.html' },
    { title: 'Compose: build network', url: 'https://docs.docker.com/reference/compose-file/build/#network' },
  ],
  messages: {
    host: 'Service `{service}` is built on the network of the host: every step reaches what listens on localhost.',
  },
  visit: {
    service(context, service) {
      const network = service.build?.network;
      if (!network || valueOf(network) !== 'host') return;
      context.report({
        at: network.at,
        message: 'host',
        data: { service: service.name },
        fixes: () => [
          removeAt(service, network.at, {
            title: 'Remove `network: host`',
            safety: 'hardening',
            caution: 'Steps of the build that reach a proxy or mirror on localhost fail.',
          }),
        ],
      });
    },
  },
});
