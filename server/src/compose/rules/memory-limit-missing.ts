import { limitOf, setLimit } from '../facts/limits.ts';
import { composeRule } from '../rule.ts';

const NAMES = { service: 'mem_limit', deploy: 'memory' };

export default composeRule({
  id: 'compose/memory-limit-missing',
  title: 'Memory not limited',
  severity: 'info',
  confidence: 'high',
  category: 'resources',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [{ id: 'CL-0026', relation: 'narrower', note: 'only memory; processors are `compose/cpu-limit-missing`' }],
    kics: [
      {
        id: 'Memory Not Limited',
        aliases: ['bb9ac4f7-e13b-423d-a010-c74a1bfbe492', 'memory_not_limited'],
        relation: 'wider',
        note: 'also without `version:`, and limits of zero',
      },
    ],
  },
  references: [
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
    { title: 'CIS Docker 5.11', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Docker: resource constraints', url: 'https://docs.docker.com/engine/containers/resource_constraints/' },
  ],
  messages: {
    missing: 'Service `{service}` has no memory limit: it can use up the memory of the host.',
    unlimited: 'Service `{service}` has a memory limit of `{value}`, which means none.',
  },
  visit: {
    service(context, service, file) {
      const limit = limitOf([service.memLimit, service.deploy.limits.memory]);
      if (limit.kind === 'set') return;
      context.report({
        at: limit.kind === 'unlimited' ? limit.at : service.nameAt,
        message: limit.kind,
        data: { service: service.name, ...(limit.kind === 'unlimited' && { value: limit.value }) },
        fixes: () => [setLimit(service, file, NAMES, '512m', 'memory')],
      });
    },
  },
});
