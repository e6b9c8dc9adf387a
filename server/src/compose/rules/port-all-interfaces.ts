import { valueOf } from '../../core/value.ts';
import {
  bindToLoopback,
  OPEN_PORT_EQUIVALENTS,
  onAllInterfaces,
  placeOfPort,
  sensitiveService,
} from '../facts/published-ports.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/port-all-interfaces',
  title: 'Port published on all interfaces',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: OPEN_PORT_EQUIVALENTS,
  references: [
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    { title: 'CIS Docker 5.14', url: 'https://www.cisecurity.org/benchmark/docker' },
    {
      title: 'Docker: Packet filtering and firewalls',
      url: 'https://docs.docker.com/engine/network/packet-filtering-firewalls/',
    },
  ],
  messages: {
    published: 'Port `{port}` of service `{service}` is open on all interfaces of the host, past its firewall.',
  },
  visit: {
    service(context, service, file) {
      // On the network of the host, `ports` has no effect.
      if (valueOf(service.networkMode) === 'host') return;
      for (const port of service.ports.items) {
        const { published, target } = port;
        if (!onAllInterfaces(port) || published.kind === 'invalid' || target.kind === 'invalid' || target.kind === 'absent')
          continue;
        // A database's port is told by compose/sensitive-port-published, with what it is.
        if (sensitiveService(service, port)) continue;
        context.report({
          at: placeOfPort(port),
          message: 'published',
          data: { service: service.name, port: port.label },
          confidence: published.kind === 'dynamic' ? 'medium' : 'high',
          fixes: () => [bindToLoopback(file, service, port)],
        });
      }
    },
  },
});
