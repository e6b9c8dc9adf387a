import { makeRootReadOnly } from '../edit/read-only.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/writable-root-filesystem',
  title: 'Root file system writable',
  severity: 'info',
  confidence: 'high',
  category: 'isolation',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [
      {
        id: 'CL-0007',
        relation: 'narrower',
        note: 'silent for a part of a service, without image and build, that another file completes',
      },
    ],
    semgrep: [{ id: 'writable-filesystem-service', relation: 'wider', note: 'also without `version:`' }],
  },
  references: [
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'CIS Docker 5.13', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Compose: read_only', url: 'https://docs.docker.com/reference/compose-file/services/#read_only' },
  ],
  messages: {
    missing: 'Service `{service}` can write to its whole file system: `read_only` is not set.',
    off: 'Service `{service}` can write to its whole file system, by `read_only: false`.',
  },
  visit: {
    service(context, service) {
      const { readOnly } = service;
      const off = readOnly.kind === 'known' && !readOnly.value;
      // Windows containers can't be read-only.
      if ((readOnly.kind !== 'absent' && !off) || service.runsWindows) return;
      context.report({
        at: off ? readOnly.at : service.nameAt,
        message: off ? 'off' : 'missing',
        data: { service: service.name },
        fixes: () => [makeRootReadOnly(service)],
      });
    },
  },
});
