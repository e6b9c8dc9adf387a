import type { FixOffer } from '../../core/finding.ts';
import { swarmEffect } from '../../knowledge/swarm-keys.ts';
import type { YamlData } from '../../yaml/edit.ts';
import { drop, inSequence, nodeAt, put } from '../edit/sequence.ts';
import { offer } from '../edit.ts';
import type { EffectiveService } from '../model/service.ts';
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

/** `mem_limit: 512m` → `deploy: {resources: {limits: {memory: 512m}}}`; for the other keys there is no place that means the same. */
function moveLimit(service: EffectiveService, key: string): FixOffer {
  const { document, name, deploy } = service;
  const title = key === 'mem_limit' ? 'Move it to `deploy.resources.limits.memory`' : `Do without \`${key}\``;
  const base = ['services', name];
  const value = nodeAt(document, [...base, key]);
  if (key !== 'mem_limit') return { title, refused: `there is no value that means the same: ${INSTEAD[key] ?? 'remove it'}` };
  if (value?.kind !== 'scalar' || deploy.limits.memory.kind !== 'absent')
    return { title, refused: 'it is not written in this service, or `deploy` has a limit already' };
  const limits = ['deploy', 'resources', 'limits'];
  const missing = limits.findIndex((_, i) => nodeAt(document, [...base, ...limits.slice(0, i + 1)]) === undefined);
  const at = missing < 0 ? limits.length : missing;
  const [first = 'memory', ...rest] = [...limits.slice(at), 'memory'];
  const data = rest.reduceRight<YamlData>((inner, slot) => ({ [slot]: inner }), value.text);
  return offer(
    { title, safety: 'hardening', caution: '`docker compose up` obeys it there as well.' },
    inSequence(
      document,
      [drop([...base, key]), put([...base, ...limits.slice(0, at)], first, data)],
      [...base, key],
      [...base, ...limits, 'memory'],
    ),
  );
}

export default composeRule({
  id: 'compose/swarm-refused-key',
  title: 'Key that a swarm refuses',
  severity: 'medium',
  confidence: 'medium',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
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
          fixes: () => [moveLimit(service, key)],
        });
      }
    },
  },
});
