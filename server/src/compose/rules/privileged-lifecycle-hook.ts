import { removeAt } from '../edit/paths.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/privileged-lifecycle-hook',
  title: 'Privileged lifecycle hook',
  severity: 'high',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Docker 5.23', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Compose: lifecycle hooks', url: 'https://docs.docker.com/compose/how-tos/lifecycle/' },
  ],
  messages: {
    privileged: 'Service `{service}` has a `{hook}` hook that runs privileged inside the container.',
  },
  visit: {
    service(context, service) {
      const hooks = { pre_start: service.preStart, post_start: service.postStart, pre_stop: service.preStop };
      for (const [hook, { items }] of Object.entries(hooks)) {
        for (const { privileged } of items) {
          if (privileged.kind !== 'known' || !privileged.value) continue;
          context.report({
            at: privileged.at,
            message: 'privileged',
            data: { service: service.name, hook },
            fixes: () => [
              removeAt(service, privileged.at, {
                title: 'Remove `privileged`',
                safety: 'hardening',
                caution: 'A command that mounts, loads modules or sets parameters of the kernel fails.',
              }),
            ],
          });
        }
      }
    },
  },
});
