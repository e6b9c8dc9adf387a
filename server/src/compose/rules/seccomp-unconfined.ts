import { weakOptions } from '../facts/security-option-report.ts';
import { composeRule } from '../rule.ts';

const CAUTION =
  'A program that needs a system call that the default profile refuses fails: give it a profile that allows that one.';

export default composeRule({
  id: 'compose/seccomp-unconfined',
  title: 'Seccomp switched off',
  severity: 'high',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [{ id: 'CL-0009', relation: 'narrower', note: 'only seccomp; AppArmor and SELinux have rules of their own' }],
    kics: [
      {
        id: 'Default Seccomp Profile Disabled',
        aliases: ['404fde2c-bc4b-4371-9747-7054132ac953', 'default_seccomp_profile_disabled'],
        relation: 'wider',
        note: 'also `seccomp=unconfined`',
      },
    ],
    semgrep: [{ id: 'seccomp-confinement-disabled', relation: 'wider', note: 'also without `version:`, and with `=`' }],
  },
  references: [
    { title: 'CWE-693', url: 'https://cwe.mitre.org/data/definitions/693.html' },
    { title: 'CIS Docker 5.22', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Docker: seccomp security profiles', url: 'https://docs.docker.com/engine/security/seccomp/' },
  ],
  messages: {
    off: 'Service `{service}` switches the filter of system calls off with `{option}`.',
  },
  visit: {
    service(context, service, file) {
      const found = weakOptions(
        file,
        service,
        'high',
        CAUTION,
        ({ name, value }) => name === 'seccomp' && value === 'unconfined',
      );
      for (const option of found) context.report({ message: 'off', ...option });
    },
  },
});
