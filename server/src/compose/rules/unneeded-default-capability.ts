import { valueOf } from '../../core/value.ts';
import { lookupCapability, normaliseCapability } from '../../knowledge/capabilities.ts';
import { removeServiceItem } from '../edit.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/unneeded-default-capability',
  title: 'Capability added that Docker gives anyway',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  tags: ['unnecessary'],
  equivalents: {},
  references: [
    { title: 'Docker: Linux kernel capabilities', url: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities' },
  ],
  messages: {
    unneeded: 'Service `{service}` adds `{capability}`, which Docker gives to every container that does not drop it.',
  },
  visit: {
    service(context, service) {
      const { capAdd, capDrop } = service;
      const dropped = new Set(capDrop.items.map((item) => normaliseCapability(valueOf(item) ?? '')));
      if (capDrop.open || service.open || dropped.has('ALL') || service.runsWindows) return;
      for (const item of capAdd.items) {
        const capability = lookupCapability(valueOf(item) ?? '');
        if (!capability?.dockerDefault || dropped.has(capability.name)) continue;
        context.report({
          at: item.at,
          message: 'unneeded',
          data: { service: service.name, capability: valueOf(item) ?? '' },
          fixes: () => [removeServiceItem(service, item.at, { title: `Remove \`${valueOf(item)}\``, safety: 'safe' })],
        });
      }
    },
  },
});
