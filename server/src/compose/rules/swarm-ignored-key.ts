import { swarmEffect } from '../../knowledge/swarm-keys.ts';
import type { YamlNode } from '../../yaml/node.ts';
import { removeServiceKey } from '../edit.ts';
import { composeRule } from '../rule.ts';

/** What people write for `docker compose` beside what the swarm uses, and what has a rule of its own. */
const EXPECTED: ReadonlySet<string> = new Set(['build', 'expose', 'restart', 'security_opt']);

export default composeRule({
  id: 'compose/swarm-ignored-key',
  title: 'Key that a swarm ignores',
  severity: 'info',
  confidence: 'medium',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  tags: ['unnecessary'],
  equivalents: {},
  references: [{ title: 'docker stack deploy', url: 'https://docs.docker.com/reference/cli/docker/stack/deploy/' }],
  messages: { ignored: '`docker stack deploy` ignores `{key}` of service `{service}`.' },
  visit: {
    service(context, service, file) {
      const [sign] = file.swarm;
      if (!sign) return;
      for (const { key } of service.node.pairs) {
        if (swarmEffect(key) !== 'ignored' || EXPECTED.has(key)) continue;
        const field = service.field(key);
        const { last } = field;
        if (!last || asksForNothing(last.node)) continue;
        context.report({
          at: field.keyAt,
          message: 'ignored',
          data: { service: service.name, key },
          related: [{ at: sign.at, message: `\`${sign.what}\` is for a swarm` }],
          fixes: () => [
            // That it goes is told, and made safe, by compose/privileged-container.
            key === 'privileged'
              ? {
                  title: `Remove \`${key}\``,
                  refused: 'it has effect with `docker compose up`: see compose/privileged-container',
                }
              : removeServiceKey(service, key, {
                  title: `Remove \`${key}\``,
                  safety: 'hardening',
                  caution: '`docker compose up`, which obeys it, runs the service without it.',
                }),
          ],
        });
      }
    },
  },
});

/** Whether ignoring a value changes nothing: it is empty, or switches something off. */
function asksForNothing(node: YamlNode): boolean {
  if (node.kind === 'scalar') return node.isNull || /^(?:false|no|off)$/i.test(node.text);
  return !node.open && (node.kind === 'seq' ? node.items : node.pairs).length === 0;
}
