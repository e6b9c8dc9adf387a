import { valueOf } from '../../core/value.ts';
import { setServiceItem } from '../edit.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/volumes-from-container',
  title: 'All volumes of another container mounted',
  severity: 'low',
  confidence: 'high',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    { title: 'Compose: volumes_from', url: 'https://docs.docker.com/reference/compose-file/services/#volumes_from' },
  ],
  messages: {
    all: 'Service `{service}` can write to every volume and bind mount of `{source}`.',
  },
  visit: {
    service(context, service) {
      for (const item of service.volumesFrom.items) {
        const text = valueOf(item);
        if (text === undefined || text.endsWith(':ro')) continue;
        const source = text.replace(/:rw$/, '');
        const fix = {
          title: 'Mount them read-only',
          safety: 'hardening' as const,
          caution: 'A program that writes there fails.',
        };
        context.report({
          at: item.at,
          message: 'all',
          data: { service: service.name, source },
          fixes: () => [
            item.at.via?.kind === 'default' || item.at.via?.kind === 'interpolation'
              ? { title: fix.title, refused: 'the entry comes from a variable: set it there' }
              : setServiceItem(service, item.at, `${source}:ro`, fix),
          ],
        });
      }
    },
  },
});
