import { removeServiceKey } from '../edit.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/privileged-container',
  title: 'Privileged container',
  severity: 'critical',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [{ id: 'CL-0002', relation: 'equal' }],
    kics: [
      {
        id: 'Privileged Containers Enabled',
        aliases: ['ae5b6871-7f45-42e0-bb4c-ab300c4d2026', 'privileged_containers_enabled'],
        relation: 'wider',
        note: 'also `yes`, `on`, quoted values, and what an anchor, `extends` or the default of a variable brings in',
      },
    ],
    semgrep: [{ id: 'privileged-service', relation: 'wider', note: 'also without `version:`, and every spelling of true' }],
  },
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Docker 5.5', url: 'https://www.cisecurity.org/benchmark/docker' },
    {
      title: 'OWASP Docker Security Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
  ],
  messages: {
    privileged: 'Service `{service}` runs privileged: it holds every capability and reaches all devices of the host.',
    byDefault: 'Service `{service}` runs privileged unless `{variable}` says otherwise.',
  },
  visit: {
    service(context, service) {
      const { privileged } = service;
      if (privileged.kind !== 'known' || !privileged.value) return;
      const { at } = privileged;
      const byDefault = at.via?.kind === 'default';
      context.report({
        at,
        message: byDefault ? 'byDefault' : 'privileged',
        data: { service: service.name, ...(byDefault && { variable: at.via.name }) },
        fixes: () => [
          removeServiceKey(service, 'privileged', {
            title: 'Remove `privileged`',
            safety: 'hardening',
            caution: 'What needs a capability or a device fails until that one is granted by `cap_add` or `devices`.',
          }),
        ],
      });
    },
  },
});
