import { weakOptions } from '../facts/security-option-report.ts';
import { composeRule } from '../rule.ts';

const CAUTION = 'Where SELinux is on, mounted files need a label that containers may use: add `z` or `Z` to the mount.';

/** The type of a container that SELinux does not hold back (container-selinux, `container_selinux(8)`). */
const SUPER_PRIVILEGED = 'type:spc_t';

export default composeRule({
  id: 'compose/selinux-disabled',
  title: 'SELinux switched off',
  severity: 'high',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [{ id: 'CL-0009', relation: 'narrower', note: 'only SELinux; seccomp and AppArmor have rules of their own' }],
    semgrep: [
      { id: 'selinux-separation-disabled', relation: 'wider', note: 'also without `version:`, with `=`, and the type `spc_t`' },
    ],
  },
  references: [
    { title: 'CWE-693', url: 'https://cwe.mitre.org/data/definitions/693.html' },
    { title: 'CIS Docker 5.3', url: 'https://www.cisecurity.org/benchmark/docker' },
    {
      title: 'Docker run: security configuration',
      url: 'https://docs.docker.com/reference/cli/docker/container/run/#security-opt',
    },
  ],
  messages: {
    off: 'Service `{service}` switches SELinux off with `{option}`.',
    type: 'Service `{service}` takes the type `spc_t` with `{option}`, which SELinux does not hold back.',
  },
  visit: {
    service(context, service, file) {
      const off = weakOptions(
        file,
        service,
        'high',
        CAUTION,
        ({ name, value }) => (name === 'label' && value === 'disable') || (name === 'disable' && value === undefined),
      );
      for (const option of off) context.report({ message: 'off', ...option });
      const types = weakOptions(
        file,
        service,
        'high',
        CAUTION,
        ({ name, value }) => name === 'label' && value === SUPER_PRIVILEGED,
      );
      for (const option of types) context.report({ message: 'type', ...option });
    },
  },
});
