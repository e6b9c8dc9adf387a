import type { Severity } from '../../core/severity.ts';
import { valueOf } from '../../core/value.ts';
import type { PortGroup } from '../../knowledge/ports.ts';
import { removeServiceItem } from '../edit.ts';
import {
  bindToLoopback,
  OPEN_PORT_EQUIVALENTS,
  onAllInterfaces,
  placeOfPort,
  sensitiveService,
} from '../facts/published-ports.ts';
import { composeRule } from '../rule.ts';

const SEVERITIES: Readonly<Record<PortGroup, Severity>> = {
  orchestration: 'high',
  database: 'high',
  debugger: 'high',
  messaging: 'medium',
  'file-sharing': 'medium',
  admin: 'medium',
  remote: 'medium',
};

const UNPUBLISH = {
  safety: 'hardening',
  caution: 'Only services on the same network reach it then, by the name of the service.',
} as const;

export default composeRule({
  id: 'compose/sensitive-port-published',
  title: 'Database or control port open to the network',
  severity: 'high',
  confidence: 'medium',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: OPEN_PORT_EQUIVALENTS,
  references: [
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    {
      title: 'OWASP Docker Security Cheat Sheet, rule 5a',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
    { title: 'MITRE T1133', url: 'https://attack.mitre.org/techniques/T1133/' },
  ],
  messages: {
    open: 'Service `{service}` opens port `{port}`, which is {what}, to every network of the host.',
  },
  visit: {
    service(context, service, file) {
      // On the host's network `ports` has no effect, but the program listens all the same.
      const onHost = valueOf(service.networkMode) === 'host';
      for (const port of service.ports.items) {
        const found = onAllInterfaces(port) && port.published.kind !== 'invalid' ? sensitiveService(service, port) : undefined;
        if (!found) continue;
        context.report({
          at: placeOfPort(port),
          message: 'open',
          data: { service: service.name, port: port.label, what: found.service },
          severity: SEVERITIES[found.group],
          fixes: () => [
            onHost
              ? {
                  title: 'Bind the port to 127.0.0.1',
                  refused: 'on the network of the host, the program itself has to listen there',
                }
              : bindToLoopback(file, service, port),
            ...(onHost
              ? []
              : [removeServiceItem(service, port.at, { ...UNPUBLISH, title: `Do not publish port \`${port.label}\`` })]),
          ],
        });
      }
    },
  },
});
