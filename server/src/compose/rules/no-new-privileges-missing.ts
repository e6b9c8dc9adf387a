import { addServiceItems, setServiceItem } from '../edit.ts';
import { composeRule } from '../rule.ts';

const OPTION = 'no-new-privileges:true';
const CAUTION = 'Programs that gain privileges by a set-user-id file, such as `sudo` or `ping` in older images, no longer do.';

export default composeRule({
  id: 'compose/no-new-privileges-missing',
  title: 'Privilege escalation not switched off',
  severity: 'low',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [
      {
        id: 'CL-0003',
        relation: 'narrower',
        note: 'silent for a part of a service, without image and build, that another file completes, and in a file for a swarm, which ignores the option',
      },
    ],
    kics: [
      {
        id: 'No New Privileges Not Set',
        aliases: ['27fcc7d6-c49b-46e0-98f1-6c082a6a2750', 'no_new_privileges_not_set'],
        relation: 'wider',
        note: 'also a service without `security_opt`; every spelling of the option is known',
      },
    ],
    semgrep: [
      { id: 'no-new-privileges', relation: 'wider', note: 'also without `version:`; the option without a value counts as set' },
    ],
  },
  references: [
    { title: 'CWE-269', url: 'https://cwe.mitre.org/data/definitions/269.html' },
    { title: 'CIS Docker 5.26', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Linux: no_new_privs', url: 'https://docs.kernel.org/userspace-api/no_new_privs.html' },
  ],
  messages: {
    missing: 'Service `{service}` does not set `no-new-privileges`: a set-user-id program in it can become root.',
    off: 'Service `{service}` switches `no-new-privileges` off: a set-user-id program in it can become root.',
  },
  visit: {
    service(context, service, file) {
      const { noNewPrivileges } = service.securityOpt;
      if (noNewPrivileges.kind === 'known' && !noNewPrivileges.value) {
        context.report({
          at: noNewPrivileges.at,
          message: 'off',
          data: { service: service.name },
          severity: 'medium',
          fixes: () => [
            setServiceItem(service, noNewPrivileges.at, OPTION, {
              title: `Set \`${OPTION}\``,
              safety: 'hardening',
              caution: CAUTION,
            }),
          ],
        });
      }
      // A swarm ignores `security_opt`: there, the option is the daemon's to set.
      if (noNewPrivileges.kind !== 'absent' || service.runsWindows || file.swarm.length > 0) return;
      context.report({
        at: service.nameAt,
        message: 'missing',
        data: { service: service.name },
        fixes: () => [
          addServiceItems(
            service,
            { security_opt: [OPTION] },
            { title: `Add \`${OPTION}\``, safety: 'hardening', caution: CAUTION },
          ),
        ],
      });
    },
  },
});
