import { mapValue } from '../../core/value.ts';
import { limitOf, setLimit } from '../facts/limits.ts';
import { composeRule } from '../rule.ts';

const NAMES = { service: 'cpus', deploy: 'cpus' };

export default composeRule({
  id: 'compose/cpu-limit-missing',
  title: 'Processors not limited',
  severity: 'info',
  confidence: 'high',
  category: 'resources',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [{ id: 'CL-0026', relation: 'narrower', note: 'only processors; memory is `compose/memory-limit-missing`' }],
    kics: [
      {
        id: 'Cpus Not Limited',
        aliases: ['6b610c50-99fb-4ef0-a5f3-e312fd945bc3', 'cpus_not_limited'],
        relation: 'wider',
        note: 'also without `version:`, and limits of zero',
      },
    ],
  },
  references: [
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
    { title: 'CIS Docker 5.12', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Docker: resource constraints', url: 'https://docs.docker.com/engine/containers/resource_constraints/' },
  ],
  messages: {
    missing: 'Service `{service}` has no limit of processors: it can use up those of the host.',
    unlimited: 'Service `{service}` has a limit of `{value}` processors, which means none.',
  },
  visit: {
    service(context, service, file) {
      const limit = limitOf([
        service.cpus,
        service.deploy.limits.cpus,
        service.field('cpu_quota').decimal(),
        service.field('cpu_count').decimal(),
        service.field('cpu_percent').decimal(),
        // A list of processors, `0-3,5`: the program runs on no others.
        mapValue(service.field('cpuset').text(), (list) => (list === '' ? 0 : 1)),
      ]);
      if (limit.kind === 'set') return;
      context.report({
        at: limit.kind === 'unlimited' ? limit.at : service.nameAt,
        message: limit.kind,
        data: { service: service.name, ...(limit.kind === 'unlimited' && { value: limit.value }) },
        fixes: () => [setLimit(service, file, NAMES, '1.0', 'processors')],
      });
    },
  },
});
