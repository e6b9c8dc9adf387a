import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/invalid-port',
  title: 'EXPOSE of something that is no port',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    hadolint: [{ id: 'DL3011', relation: 'equal' }],
    trivy: [
      { id: 'DS-0008', relation: 'equal', aliases: ['AVD-DS-0008', 'DS008', 'port-out-of-range', 'docker-port-out-of-range'] },
    ],
    kics: [
      {
        id: 'UNIX Ports Out Of Range',
        relation: 'equal',
        aliases: ['71bf8cf8-f0a1-42fa-b9d2-d10525e0a38e', 'unix_ports_out_of_range'],
      },
    ],
    semgrep: [{ id: 'invalid-port', relation: 'wider', note: 'ranges, and words that are no numbers, too' }],
  },
  references: [
    { title: 'Dockerfile reference: EXPOSE', url: 'https://docs.docker.com/reference/dockerfile/#expose' },
    { title: 'RFC 6335', url: 'https://www.rfc-editor.org/rfc/rfc6335#section-6' },
  ],
  messages: {
    port: '{why}: ports are numbers up to `65535`, or ranges of them.',
  },
  visit: {
    instruction: {
      EXPOSE(context, expose) {
        for (const port of expose.ports) {
          if (port.kind === 'invalid' && /is not a port$/.test(port.why))
            context.report({ at: port.at, message: 'port', data: { why: port.why } });
        }
      },
    },
  },
});
