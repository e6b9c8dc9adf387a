import { removeServiceItem } from '../edit.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/seccomp-profile-file',
  title: 'Seccomp profile that filters nothing',
  severity: 'high',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Docker: seccomp security profiles', url: 'https://docs.docker.com/engine/security/seccomp/' },
    { title: 'CIS Docker 5.22', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'CWE-693', url: 'https://cwe.mitre.org/data/definitions/693.html' },
  ],
  messages: {
    open: 'The seccomp profile `{path}` of service `{service}` allows every system call: it filters less than none.',
    missing: 'The seccomp profile `{path}` of service `{service}` is not there: the service does not start.',
    broken: 'The seccomp profile `{path}` of service `{service}` is none: the service does not start.',
  },
  visit: {
    service(context, service) {
      const profile = service.seccompProfile;
      if (!profile || profile.state === 'filters' || profile.state === 'unknown') return;
      const { state, path, at } = profile;
      context.report({
        at,
        message: state,
        data: { service: service.name, path },
        severity: state === 'open' ? 'high' : 'medium',
        fixes: () => [
          removeServiceItem(service, at, {
            title: "Use Docker's own profile",
            safety: 'hardening',
            caution: 'Calls that it refuses, such as `mount`, `bpf` and `userfaultfd`, fail.',
          }),
        ],
      });
    },
  },
});
