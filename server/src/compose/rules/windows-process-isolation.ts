import { setAt } from '../edit/paths.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/windows-process-isolation',
  title: 'Windows container on the kernel of the host',
  severity: 'low',
  confidence: 'high',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-653', url: 'https://cwe.mitre.org/data/definitions/653.html' },
    {
      title: 'Windows containers: isolation modes',
      url: 'https://learn.microsoft.com/virtualization/windowscontainers/manage-containers/hyperv-container',
    },
  ],
  messages: {
    shared: 'Service `{service}` shares the kernel of the host, by `isolation: process`.',
  },
  visit: {
    service(context, service) {
      const { isolation } = service;
      if (isolation.kind !== 'known' || isolation.value.toLowerCase() !== 'process') return;
      context.report({
        at: isolation.at,
        message: 'shared',
        data: { service: service.name },
        fixes: () => [
          setAt(service, isolation.at, 'hyperv', {
            title: 'Set `isolation: hyperv`',
            safety: 'hardening',
            caution: 'The host needs Hyper-V; the container takes more memory and starts more slowly.',
          }),
        ],
      });
    },
  },
});
