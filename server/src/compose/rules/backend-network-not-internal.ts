import { setInDefinition } from '../edit/definitions.ts';
import { publishedPorts } from '../facts/published-ports.ts';
import { isDatastore, networksOf } from '../facts/service-networks.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

/** The stores of a network that only they and services with a second network are on; none when that is not known. */
function storesOf({ services }: ComposeFile, network: string): readonly EffectiveService[] {
  const stores: EffectiveService[] = [];
  for (const service of services) {
    const networks = networksOf(service);
    if (!networks) return [];
    if (!networks.includes(network)) continue;
    if (isDatastore(service) && networks.length === 1 && publishedPorts(service).length === 0) stores.push(service);
    else if (networks.length === 1) return [];
  }
  return stores;
}

export default composeRule({
  id: 'compose/backend-network-not-internal',
  title: 'Network of databases with a way out',
  severity: 'low',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Compose: internal', url: 'https://docs.docker.com/reference/compose-file/networks/#internal' },
    { title: 'MITRE T1041', url: 'https://attack.mitre.org/techniques/T1041/' },
  ],
  messages: { open: 'Network `{network}` lets {stores} reach the internet, which nothing on it needs.' },
  visit: {
    file(context, file) {
      for (const [key, { internal, external, keyAt }] of file.networks) {
        if (internal.kind === 'dynamic' || (internal.kind === 'known' && internal.value)) continue;
        if (external.kind === 'dynamic' || (external.kind === 'known' && external.value)) continue;
        const stores = storesOf(file, key);
        if (stores.length === 0) continue;
        context.report({
          at: internal.kind === 'known' ? internal.at : keyAt,
          message: 'open',
          data: { network: key, stores: stores.map(({ name }) => `\`${name}\``).join(', ') },
          identity: key,
          fixes: () => [
            setInDefinition(file, 'networks', key, 'internal', true, {
              title: `Make \`${key}\` internal`,
              safety: 'hardening',
              caution:
                'What is on this network alone reaches nothing outside: no backups to elsewhere, no downloads. It has to be made anew.',
            }),
          ],
        });
      }
    },
  },
});
