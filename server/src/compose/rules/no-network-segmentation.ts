import { moveToBackNetwork } from '../edit/networks.ts';
import { publishedPorts } from '../facts/published-ports.ts';
import { isDatastore, networksOf, uses } from '../facts/service-networks.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

/** A published service on one of the store's networks that does not use it. */
function stranger(file: ComposeFile, store: EffectiveService) {
  const networks = networksOf(store) ?? [];
  for (const service of file.services) {
    if (service === store || publishedPorts(service).length === 0 || isDatastore(service) || uses(service, store)) continue;
    const network = networksOf(service)?.find((name) => networks.includes(name));
    if (network !== undefined) return { service, network };
  }
  return undefined;
}

export default composeRule({
  id: 'compose/no-network-segmentation',
  title: 'Database on the network of a published service',
  severity: 'low',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    {
      title: 'OWASP Docker Security Cheat Sheet, rule 5',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
    { title: 'Networking in Compose', url: 'https://docs.docker.com/compose/how-tos/networking/' },
    { title: 'CWE-653', url: 'https://cwe.mitre.org/data/definitions/653.html' },
  ],
  messages: {
    shared: 'Service `{service}` is on network `{network}` with `{other}`, which faces the outside and does not use it.',
  },
  visit: {
    service(context, service, file) {
      if (file.services.length < 3 || !isDatastore(service)) return;
      const found = stranger(file, service);
      if (!found) return;
      context.report({
        at: service.nameAt,
        message: 'shared',
        data: { service: service.name, network: found.network, other: found.service.name },
        related: [{ at: found.service.nameAt, message: `\`${found.service.name}\` publishes a port` }],
        fixes: () => [moveToBackNetwork(file, service)],
      });
    },
  },
});
