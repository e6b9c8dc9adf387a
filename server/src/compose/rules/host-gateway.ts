import { valueOf } from '../../core/value.ts';
import { removeEntry } from '../edit/paths.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/host-gateway',
  title: 'Name for the host inside a container',
  severity: 'info',
  confidence: 'high',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Compose: extra_hosts', url: 'https://docs.docker.com/reference/compose-file/services/#extra_hosts' },
    { title: 'dockerd: host gateway', url: 'https://docs.docker.com/reference/cli/dockerd/#configure-host-gateway-ip' },
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
  ],
  messages: { gateway: 'Service `{service}` reaches the host as `{name}`: whatever listens there on the bridge is open to it.' },
  visit: {
    service(context, service) {
      for (const entry of service.extraHosts.items) {
        const name = valueOf(entry.name);
        if (name === undefined || valueOf(entry.value)?.trim() !== 'host-gateway') continue;
        context.report({
          at: entry.value.at,
          message: 'gateway',
          data: { service: service.name, name },
          fixes: () => [
            removeEntry(service, 'extra_hosts', entry, name, {
              title: `Remove the name \`${name}\``,
              safety: 'hardening',
              caution: 'The service no longer finds the host by that name.',
            }),
          ],
        });
      }
    },
  },
});
