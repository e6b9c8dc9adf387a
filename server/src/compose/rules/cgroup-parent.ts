import { removeServiceKey } from '../edit.ts';
import { swarmNote } from '../facts/swarm-note.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/cgroup-parent',
  title: 'Parent control group set',
  severity: 'low',
  confidence: 'medium',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kics: [
      {
        id: 'Cgroup Not Default',
        aliases: ['4d9f44c6-2f4a-4317-9bb5-267adbea0232', 'cgroup_not_default'],
        relation: 'equal',
      },
    ],
  },
  references: [
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
    { title: 'CIS Docker 5.25', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Compose: cgroup_parent', url: 'https://docs.docker.com/reference/compose-file/services/#cgroup_parent' },
  ],
  messages: {
    parent: 'Service `{service}` runs below the control group `{parent}`, whose limits hold instead of those of Docker.',
  },
  visit: {
    service(context, service, file) {
      const { cgroupParent } = service;
      if (cgroupParent.kind !== 'known' || cgroupParent.value === '') return;
      context.report({
        at: cgroupParent.at,
        message: 'parent',
        data: { service: service.name, parent: cgroupParent.value },
        ...swarmNote(file, 'cgroup_parent', 'low'),
        fixes: () => [
          removeServiceKey(service, 'cgroup_parent', {
            title: 'Remove `cgroup_parent`',
            safety: 'hardening',
            caution: 'Limits that were set on that group no longer hold for it: set them on the service.',
          }),
        ],
      });
    },
  },
});
