import { valueOf } from '../../core/value.ts';
import { lookupDebugSwitch } from '../../knowledge/debug-mode.ts';
import { removeEntry } from '../edit/paths.ts';
import { onAllInterfaces, publishedPorts } from '../facts/published-ports.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/debug-mode-enabled',
  title: 'Debug mode of a published service',
  severity: 'medium',
  confidence: 'medium',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-489', url: 'https://cwe.mitre.org/data/definitions/489.html' },
    { title: 'CWE-215', url: 'https://cwe.mitre.org/data/definitions/215.html' },
  ],
  messages: { debug: '`{name}` of service `{service}` switches {product} to debugging: {effect}.' },
  visit: {
    service(context, service) {
      if (valueOf(service.networkMode) !== 'host' && !publishedPorts(service).some(onAllInterfaces)) return;
      for (const entry of service.environment.items) {
        const [name, value] = [valueOf(entry.name), valueOf(entry.value)];
        const found = name === undefined || value === undefined ? undefined : lookupDebugSwitch(name, value);
        if (!found || name === undefined) continue;
        context.report({
          at: entry.value.at,
          message: 'debug',
          data: { service: service.name, name, product: found.product, effect: found.effect },
          fixes: () => [
            removeEntry(service, 'environment', entry, name, {
              title: `Remove \`${name}\``,
              safety: 'hardening',
              caution: 'Errors no longer show their source, and the program does not reload by itself.',
            }),
          ],
        });
      }
    },
  },
});
