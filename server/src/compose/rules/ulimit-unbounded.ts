import { valueOf } from '../../core/value.ts';
import { setAt } from '../edit/paths.ts';
import { composeRule } from '../rule.ts';

/** The most that Linux allows by default (`fs.nr_open`). */
const MOST = 1_048_576;
const BOUND = 65_535;

export default composeRule({
  id: 'compose/ulimit-unbounded',
  title: 'Unlimited files or processes',
  severity: 'low',
  confidence: 'high',
  category: 'resources',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
    { title: 'CIS Docker 5.19', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Compose: ulimits', url: 'https://docs.docker.com/reference/compose-file/services/#ulimits' },
  ],
  messages: {
    unbounded: 'Service `{service}` sets `{name}` to `{value}`, which is no limit.',
  },
  visit: {
    service(context, service) {
      for (const { name, soft, hard } of service.ulimits) {
        if (name !== 'nofile' && name !== 'nproc') continue;
        for (const limit of soft.at.span.start === hard.at.span.start ? [hard] : [soft, hard]) {
          const value = valueOf(limit);
          if (value === undefined || (value !== -1 && value <= MOST)) continue;
          context.report({
            at: limit.at,
            message: 'unbounded',
            data: { service: service.name, name, value },
            fixes: () => [
              setAt(service, limit.at, BOUND, {
                title: `Set \`${name}\` to ${BOUND}`,
                safety: 'hardening',
                caution: 'A program that opens more at once gets an error.',
              }),
            ],
          });
        }
      }
    },
  },
});
