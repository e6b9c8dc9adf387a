import { swarmEffect } from '../../knowledge/swarm-keys.ts';
import { composeRule } from '../rule.ts';

/** Where a swarm takes it from instead; the end of a sentence. */
const INSTEAD: Readonly<Record<string, string>> = {
  mem_limit: 'say it as `deploy.resources.limits.memory`',
  memswap_limit: 'say it as `deploy.resources.limits.memory`',
  cpu_quota: 'say it as `deploy.resources.limits.cpus`',
  cpu_shares: 'say it as `deploy.resources.reservations.cpus`',
  cpuset: 'say it as `deploy.resources.limits.cpus`',
  extends: 'merge the services before, with `docker compose config`',
  volume_driver: 'give the volume its driver at the top',
  volumes_from: 'mount the same named volume',
};

export default composeRule({
  id: 'compose/swarm-refused-key',
  title: 'Key that a swarm refuses',
  severity: 'medium',
  confidence: 'medium',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'docker stack deploy', url: 'https://docs.docker.com/reference/cli/docker/stack/deploy/' },
    { title: 'Compose: deploy', url: 'https://docs.docker.com/reference/compose-file/deploy/' },
  ],
  messages: { refused: '`docker stack deploy` refuses the file for `{key}` of service `{service}`: {instead}.' },
  visit: {
    service(context, service, file) {
      const [sign] = file.swarm;
      if (!sign) return;
      for (const { key, keyNode, via, value } of service.node.pairs) {
        if (swarmEffect(key) !== 'refused' || (value.kind === 'scalar' && value.isNull)) continue;
        const way = via ?? keyNode.via;
        context.report({
          at: { span: keyNode.span, route: value.route, key: keyNode.span, ...(way && { via: way }) },
          message: 'refused',
          data: { service: service.name, key, instead: INSTEAD[key] ?? 'remove it' },
          related: [{ at: sign.at, message: `\`${sign.what}\` is for a swarm` }],
        });
      }
    },
  },
});
