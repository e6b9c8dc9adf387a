import { valueOf } from '../../core/value.ts';
import { setAt } from '../edit/paths.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/gpu-all',
  title: 'All graphics processors reserved',
  severity: 'info',
  confidence: 'high',
  category: 'resources',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
    { title: 'Compose: GPU support', url: 'https://docs.docker.com/compose/how-tos/gpu-support/' },
  ],
  messages: {
    all: 'Service `{service}` gets all graphics processors of the host.',
  },
  visit: {
    service(context, service) {
      for (const { count } of [...service.gpus.items, ...service.deploy.reservations.devices.items]) {
        if (valueOf(count) !== 'all' && valueOf(count) !== '-1') continue;
        const isWhole = service.gpus.items.some((item) => item.count === count && item.at.span.start === count.at.span.start);
        const text = {
          title: 'Reserve one graphics processor',
          safety: 'hardening' as const,
          caution: 'A program that computes on several gets slower.',
        };
        context.report({
          at: count.at,
          message: 'all',
          data: { service: service.name },
          fixes: () => [
            isWhole
              ? { title: text.title, refused: '`gpus` has to become a list with a `count` first' }
              : setAt(service, count.at, 1, text),
          ],
        });
      }
    },
  },
});
