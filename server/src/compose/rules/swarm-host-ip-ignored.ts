import { publishedPorts } from '../facts/published-ports.ts';
import { isWildcardAddress } from '../model/ports.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/swarm-host-ip-ignored',
  title: 'Address of a port that a swarm ignores',
  severity: 'medium',
  confidence: 'medium',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    { title: 'Use Swarm mode routing mesh', url: 'https://docs.docker.com/engine/swarm/ingress/' },
    { title: 'CIS Docker 7.2', url: 'https://www.cisecurity.org/benchmark/docker' },
  ],
  messages: {
    ignored: 'A swarm ignores `{address}` and opens port `{port}` of service `{service}` on every interface of every node.',
  },
  visit: {
    service(context, service, file) {
      const [sign] = file.swarm;
      if (!sign) return;
      for (const { hostIp, label } of publishedPorts(service)) {
        if (hostIp.kind !== 'known' || isWildcardAddress(hostIp.value)) continue;
        context.report({
          at: hostIp.at,
          message: 'ignored',
          data: { service: service.name, port: label, address: hostIp.value },
          related: [{ at: sign.at, message: `\`${sign.what}\` is for a swarm` }],
        });
      }
    },
  },
});
