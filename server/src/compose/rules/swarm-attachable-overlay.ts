import { valueOf } from '../../core/value.ts';
import { removeFromDefinition } from '../edit/definitions.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/swarm-attachable-overlay',
  title: 'Overlay network open to any container',
  severity: 'low',
  confidence: 'high',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Compose: attachable', url: 'https://docs.docker.com/reference/compose-file/networks/#attachable' },
    { title: 'Docker: overlay networks', url: 'https://docs.docker.com/engine/network/drivers/overlay/' },
  ],
  messages: { attachable: 'Any container on any node of the swarm can join network `{network}`, not only its services.' },
  visit: {
    file(context, file) {
      for (const [key, { attachable, driver }] of file.networks) {
        if (valueOf(attachable) !== true || (driver.kind !== 'absent' && valueOf(driver) !== 'overlay')) continue;
        context.report({
          at: attachable.at,
          message: 'attachable',
          data: { network: key },
          fixes: () => [
            removeFromDefinition(file, 'networks', key, 'attachable', {
              title: 'Remove `attachable`',
              safety: 'hardening',
              caution: 'Containers started with `docker run` or `docker compose` can no longer join the network.',
            }),
          ],
        });
      }
    },
  },
});
