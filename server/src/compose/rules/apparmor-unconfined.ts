import { weakOptions } from '../facts/security-option-report.ts';
import { composeRule } from '../rule.ts';

const CAUTION = 'A program that mounts or writes below `/proc` and `/sys` fails: give it a profile of its own.';

export default composeRule({
  id: 'compose/apparmor-unconfined',
  title: 'AppArmor switched off',
  severity: 'high',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [{ id: 'CL-0009', relation: 'narrower', note: 'only AppArmor; seccomp and SELinux have rules of their own' }],
  },
  references: [
    { title: 'CWE-693', url: 'https://cwe.mitre.org/data/definitions/693.html' },
    { title: 'CIS Docker 5.2', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Docker: AppArmor security profiles', url: 'https://docs.docker.com/engine/security/apparmor/' },
  ],
  messages: {
    off: 'Service `{service}` switches AppArmor off with `{option}`.',
  },
  visit: {
    service(context, service, file) {
      const found = weakOptions(
        file,
        service,
        'high',
        CAUTION,
        ({ name, value }) => name === 'apparmor' && value === 'unconfined',
      );
      for (const option of found) context.report({ message: 'off', ...option });
    },
  },
});
