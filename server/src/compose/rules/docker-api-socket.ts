import { removeServiceKey } from '../edit.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/docker-api-socket',
  title: 'Docker API handed to the container',
  severity: 'critical',
  confidence: 'high',
  category: 'host-access',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Docker 5.32', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Compose: use_api_socket', url: 'https://docs.docker.com/reference/compose-file/services/#use_api_socket' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
  ],
  messages: {
    socket: 'Service `{service}` gets the socket of the Docker API and your registry credentials: it is root on the host.',
  },
  visit: {
    service(context, service) {
      const { useApiSocket } = service;
      if (useApiSocket.kind !== 'known' || !useApiSocket.value) return;
      context.report({
        at: useApiSocket.at,
        message: 'socket',
        data: { service: service.name },
        fixes: () => [
          removeServiceKey(service, 'use_api_socket', {
            title: 'Remove `use_api_socket`',
            safety: 'hardening',
            caution: 'A program that starts or watches containers stops working.',
          }),
        ],
      });
    },
  },
});
