import { weakOptions } from '../facts/security-option-report.ts';
import { composeRule } from '../rule.ts';

const CAUTION = 'A program that uses the hidden files fails; a nested container engine needs them.';

export default composeRule({
  id: 'compose/system-paths-unmasked',
  title: 'Hidden kernel files shown',
  severity: 'high',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    {
      title: 'Docker run: security configuration',
      url: 'https://docs.docker.com/reference/cli/docker/container/run/#security-opt',
    },
  ],
  messages: {
    unmasked: 'Service `{service}` shows the kernel files that Docker hides in `/proc` and `/sys`, with `{option}`.',
  },
  visit: {
    service(context, service, file) {
      // Docker takes this one with `=` only; with `:` the container does not start.
      const found = weakOptions(
        file,
        service,
        'high',
        CAUTION,
        ({ name, value, separator }) => name === 'systempaths' && value === 'unconfined' && separator === '=',
      );
      for (const option of found) context.report({ message: 'unmasked', ...option });
    },
  },
});
