import { valueOf } from '../../core/value.ts';
import { removeServiceKey } from '../edit.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/logging-disabled',
  title: 'Log switched off',
  severity: 'medium',
  confidence: 'high',
  category: 'best-practice',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [{ id: 'CL-0014', relation: 'equal' }],
  },
  references: [
    { title: 'CWE-778', url: 'https://cwe.mitre.org/data/definitions/778.html' },
    { title: 'Docker: configure logging drivers', url: 'https://docs.docker.com/engine/logging/configure/' },
  ],
  messages: {
    none: 'Service `{service}` keeps no log, by `driver: none`.',
  },
  visit: {
    service(context, service) {
      const { driver } = service.logging;
      if (valueOf(driver) !== 'none') return;
      context.report({
        at: driver.at,
        message: 'none',
        data: { service: service.name },
        fixes: () => [
          removeServiceKey(service, 'logging', {
            title: 'Remove `logging`',
            safety: 'hardening',
            caution:
              'What the program prints is kept on the host: see to it that no secrets are in it, and that the log is rotated.',
          }),
        ],
      });
    },
  },
});
