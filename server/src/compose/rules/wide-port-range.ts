import { integerOption } from '../../core/options.ts';
import { valueOf } from '../../core/value.ts';
import { bindToLoopback, onAllInterfaces, placeOfPort, publishedPorts } from '../facts/published-ports.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/wide-port-range',
  title: 'Wide range of ports published',
  severity: 'low',
  confidence: 'high',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  options: { most: integerOption('How many ports one entry may publish.', 20) },
  equivalents: {},
  references: [
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    { title: 'CIS Docker 5.9', url: 'https://www.cisecurity.org/benchmark/docker' },
  ],
  messages: {
    wide: 'Service `{service}` opens {count} ports of the host at once by `{port}`: nobody can say what listens on them.',
  },
  visit: {
    service(context, service, file) {
      for (const port of publishedPorts(service)) {
        const range = valueOf(port.target);
        // Media streams take their ports from a range, and nothing but UDP.
        if (!range || !onAllInterfaces(port) || valueOf(port.protocol) === 'udp') continue;
        const count = range.last - range.first + 1;
        if (count <= context.options.most) continue;
        context.report({
          at: placeOfPort(port),
          message: 'wide',
          data: { service: service.name, count, port: port.label },
          fixes: () => [bindToLoopback(file, service, port)],
        });
      }
    },
  },
});
