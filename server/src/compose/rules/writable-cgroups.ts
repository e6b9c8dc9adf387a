import { weakOptions } from '../facts/security-option-report.ts';
import { composeRule } from '../rule.ts';

const CAUTION = 'A program that makes control groups, such as systemd or a container engine, fails.';

export default composeRule({
  id: 'compose/writable-cgroups',
  title: 'Control groups writable',
  severity: 'medium',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    {
      title: 'Docker run: security configuration',
      url: 'https://docs.docker.com/reference/cli/docker/container/run/#security-opt',
    },
    { title: 'cgroups(7)', url: 'https://man7.org/linux/man-pages/man7/cgroups.7.html' },
  ],
  messages: {
    writable: 'Service `{service}` may change its own control groups, with `{option}`.',
  },
  visit: {
    service(context, service, file) {
      const found = weakOptions(
        file,
        service,
        'medium',
        CAUTION,
        ({ name, value }) => name === 'writable-cgroups' && (value === undefined || /^(?:1|t|true)$/i.test(value)),
      );
      for (const option of found) context.report({ message: 'writable', ...option });
    },
  },
});
