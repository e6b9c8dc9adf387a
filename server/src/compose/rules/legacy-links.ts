import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { renameServiceKey } from '../edit/rename.ts';
import { removeServiceKey } from '../edit.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

/** A link to a service also says that it starts first, which stays. */
function replace(service: EffectiveService, key: string): FixOffer {
  const title = `Replace \`${key}\` by \`depends_on\``;
  const names = service.links.items.map((item) => valueOf(item) ?? ':');
  // An alias is a name that nothing else gives, and so is any on the default bridge.
  if (key === 'external_links' || names.some((name) => name.includes(':')) || service.networkMode.kind !== 'absent')
    return { title, refused: 'put the names, or the common network, under `networks` first' };
  if (!service.field('depends_on').present) return renameServiceKey(service, key, 'depends_on', { title, safety: 'safe' });
  return names.every((name) => service.dependsOn.some((dependency) => dependency.service === name))
    ? removeServiceKey(service, key, { title: `Remove \`${key}\``, safety: 'safe' })
    : { title, refused: '`depends_on` is there already: add the services to it' };
}

export default composeRule({
  id: 'compose/legacy-links',
  title: 'Legacy links between containers',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  tags: ['deprecated'],
  equivalents: {},
  references: [
    { title: 'Docker: legacy container links', url: 'https://docs.docker.com/engine/network/links/' },
    { title: 'Compose: links', url: 'https://docs.docker.com/reference/compose-file/services/#links' },
  ],
  messages: {
    links: '`{key}` of service `{service}` is a legacy way to name what its networks reach by name anyway.',
  },
  visit: {
    service(context, service) {
      for (const key of ['links', 'external_links']) {
        const { written, keyAt } = service.field(key);
        const items = written.flatMap(({ node }) => (node.kind === 'seq' ? node.items : []));
        if (items.length === 0) continue;
        context.report({
          at: keyAt,
          message: 'links',
          data: { service: service.name, key },
          fixes: () => [replace(service, key)],
        });
      }
    },
  },
});
