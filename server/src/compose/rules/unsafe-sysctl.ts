import { valueOf } from '../../core/value.ts';
import { judgeSysctl } from '../../knowledge/sysctls.ts';
import { removeEntry } from '../edit/paths.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/unsafe-sysctl',
  title: 'Kernel parameter that weakens or breaks the container',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-1188', url: 'https://cwe.mitre.org/data/definitions/1188.html' },
    { title: 'Compose: sysctls', url: 'https://docs.docker.com/reference/compose-file/services/#sysctls' },
    { title: 'Linux: IP sysctl', url: 'https://docs.kernel.org/networking/ip-sysctl.html' },
  ],
  messages: {
    weakening: 'Service `{service}` sets `{name}` to `{value}`: {effect}.',
    host: 'Service `{service}` sets `{name}`, which belongs to the host: Docker does not start the container.',
    hostNetwork: 'Service `{service}` sets `{name}` on the network of the host: Docker does not start the container.',
  },
  visit: {
    service(context, service) {
      const onHost = valueOf(service.networkMode) === 'host';
      for (const entry of service.sysctls.items) {
        const name = valueOf(entry.name);
        const value = valueOf(entry.value);
        if (name === undefined || service.runsWindows) continue;
        const judged = judgeSysctl(name, value);
        const message = judged.kind === 'host' ? 'host' : onHost && name.startsWith('net.') ? 'hostNetwork' : judged.kind;
        if (message === 'safe' || message === 'namespaced') continue;
        context.report({
          at: message === 'weakening' ? entry.value.at : entry.name.at,
          message,
          data: {
            service: service.name,
            name,
            ...(judged.kind === 'weakening' && { value: value ?? '', effect: judged.effect }),
          },
          fixes: () => [
            removeEntry(service, 'sysctls', entry, name, {
              title: `Remove \`${name}\``,
              safety: 'hardening',
              caution: 'The parameter keeps the value that the kernel gives it.',
            }),
          ],
        });
      }
    },
  },
});
