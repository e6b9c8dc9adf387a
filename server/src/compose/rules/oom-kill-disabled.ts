import { valueOf } from '../../core/value.ts';
import { removeServiceKey } from '../edit.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/oom-kill-disabled',
  title: 'Protected from being stopped when memory runs out',
  severity: 'medium',
  confidence: 'high',
  category: 'resources',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
    { title: 'Docker: resource constraints', url: 'https://docs.docker.com/engine/containers/resource_constraints/' },
  ],
  messages: {
    disabled: 'Service `{service}` is not stopped when memory runs out: other programs of the host are.',
    score: 'Service `{service}` has the score `{score}`: when memory runs out, other programs of the host are stopped first.',
  },
  visit: {
    service(context, service) {
      const { oomKillDisable, oomScoreAdj, memLimit, deploy } = service;
      const fix = (key: string) =>
        removeServiceKey(service, key, {
          title: `Remove \`${key}\``,
          safety: 'hardening',
          caution: 'When memory runs out, the kernel may stop this program.',
        });
      if (oomKillDisable.kind === 'known' && oomKillDisable.value) {
        // Without a limit it can bring the host to a standstill.
        const unlimited = memLimit.kind === 'absent' && deploy.limits.memory.kind === 'absent';
        context.report({
          at: oomKillDisable.at,
          message: 'disabled',
          data: { service: service.name },
          severity: unlimited ? 'high' : 'medium',
          fixes: () => [fix('oom_kill_disable')],
        });
      }
      const score = valueOf(oomScoreAdj);
      if (score === undefined || score >= 0) return;
      context.report({
        at: oomScoreAdj.at,
        message: 'score',
        data: { service: service.name, score },
        fixes: () => [fix('oom_score_adj')],
      });
    },
  },
});
