import { limitOf, setLimit } from '../facts/limits.ts';
import { composeRule } from '../rule.ts';

const NAMES = { service: 'pids_limit', deploy: 'pids' };

export default composeRule({
  id: 'compose/pids-limit-missing',
  title: 'Number of processes not limited',
  severity: 'info',
  confidence: 'high',
  category: 'resources',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    kics: [
      {
        id: 'Pids Limit Not Set',
        aliases: ['221e0658-cb2a-44e3-b08a-db96a341d6fa', 'pids_limit_not_set'],
        relation: 'wider',
        note: 'files of every version, and limits of zero or less',
      },
    ],
  },
  references: [
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
    { title: 'CIS Docker 5.29', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Compose: pids_limit', url: 'https://docs.docker.com/reference/compose-file/services/#pids_limit' },
  ],
  messages: {
    missing: 'Service `{service}` has no limit of processes: a fork bomb in it stops the host.',
    unlimited: 'Service `{service}` has a limit of `{value}` processes, which means none.',
  },
  visit: {
    service(context, service, file) {
      const limit = limitOf([service.pidsLimit, service.deploy.limits.pids]);
      if (limit.kind === 'set' || service.runsWindows) return;
      context.report({
        at: limit.kind === 'unlimited' ? limit.at : service.nameAt,
        message: limit.kind,
        data: { service: service.name, ...(limit.kind === 'unlimited' && { value: limit.value }) },
        fixes: () => [setLimit(service, file, NAMES, 200, 'processes')],
      });
    },
  },
});
