import { valueOf } from '../../core/value.ts';
import { makeReadOnly } from '../edit/mounts.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/replicas-host-bind',
  title: 'Replicas that write to one path of the host',
  severity: 'info',
  confidence: 'medium',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Compose: deploy, replicas', url: 'https://docs.docker.com/reference/compose-file/deploy/#replicas' },
    { title: 'Docker: bind mounts', url: 'https://docs.docker.com/engine/storage/bind-mounts/' },
  ],
  messages: {
    shared: 'The {count} replicas of service `{service}` write to `{path}` of the host, together or each on its own node.',
  },
  visit: {
    service(context, service) {
      const count = valueOf(service.deploy.replicas) ?? valueOf(service.scale) ?? 1;
      if (count < 2) return;
      for (const volume of service.volumes.items) {
        const path = valueOf(volume.source);
        if (valueOf(volume.type) !== 'bind' || path === undefined || valueOf(volume.readOnly) !== false) continue;
        // A socket is there to be used by many.
        if (/\.sock$/.test(path)) continue;
        context.report({
          at: volume.syntax === 'short' ? volume.at : volume.source.at,
          message: 'shared',
          data: { service: service.name, path, count },
          fixes: () => [
            makeReadOnly(service, volume, {
              title: `Mount \`${path}\` read-only`,
              safety: 'hardening',
              caution: 'The program can no longer write there.',
            }),
          ],
        });
      }
    },
  },
});
