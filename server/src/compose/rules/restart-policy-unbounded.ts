import { valueOf } from '../../core/value.ts';
import { setAt } from '../edit/paths.ts';
import { composeRule } from '../rule.ts';

const ATTEMPTS = 5;

/** Whether a policy starts a failing program again more than five times. */
function isUnbounded(policy: string): boolean {
  const [, attempts] = /^on-failure(?::(\d+))?$/.exec(policy) ?? [];
  if (policy.startsWith('on-failure')) return attempts === undefined ? policy === 'on-failure' : Number(attempts) > ATTEMPTS;
  return policy === 'always' || policy === 'unless-stopped';
}

export default composeRule({
  id: 'compose/restart-policy-unbounded',
  title: 'Started again without end',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kics: [
      {
        id: 'Restart Policy On Failure Not Set To 5',
        aliases: ['2fc99041-ddad-49d5-853f-e35e70a48391', 'restart_policy_on_failure_not_set_to_5'],
        relation: 'wider',
        note: 'also `always` and `unless-stopped`; fewer attempts than five are fine',
      },
    ],
  },
  references: [
    { title: 'CIS Docker 5.15', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Compose: restart', url: 'https://docs.docker.com/reference/compose-file/services/#restart' },
  ],
  messages: {
    unbounded: 'Service `{service}` is started again more than five times after failures, by `{policy}`.',
  },
  visit: {
    service(context, service) {
      const policy = valueOf(service.restart);
      if (policy === undefined || !isUnbounded(policy)) return;
      context.report({
        at: service.restart.at,
        message: 'unbounded',
        data: { service: service.name, policy },
        fixes: () => [
          setAt(service, service.restart.at, `on-failure:${ATTEMPTS}`, {
            title: `Set \`on-failure:${ATTEMPTS}\``,
            safety: 'hardening',
            caution: 'After five failures in a row it stays down, and it is not started again after it ended without an error.',
          }),
        ],
      });
    },
  },
});
