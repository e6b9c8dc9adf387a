import { lookupDebugSwitch } from '../../knowledge/debug-mode.ts';
import { removeListed } from '../edit/fields.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/debug-mode-env',
  title: 'Debug mode switched on',
  severity: 'medium',
  confidence: 'medium',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    semgrep: [{ id: 'flask-debugging-enabled', relation: 'wider', note: 'also `FLASK_DEBUG` and other frameworks' }],
  },
  references: [
    { title: 'CWE-489', url: 'https://cwe.mitre.org/data/definitions/489.html' },
    { title: 'CWE-215', url: 'https://cwe.mitre.org/data/definitions/215.html' },
  ],
  messages: {
    debug: '`{name}` of container `{container}` switches {product} to debugging: {effect}.',
  },
  visit: {
    container(context, container) {
      for (const { name, value, node } of container.env.items) {
        if (name.kind !== 'known' || value.kind !== 'known') continue;
        const found = lookupDebugSwitch(name.value, value.value);
        if (!found) continue;
        context.report({
          at: value.at,
          message: 'debug',
          data: { name: name.value, container: container.label, product: found.product, effect: found.effect },
          fixes: () => [
            removeListed(container, container.env, node, {
              title: `Remove \`${name.value}\``,
              safety: 'hardening',
              caution: 'Errors no longer show their source, and the program does not reload by itself.',
            }),
          ],
        });
      }
    },
  },
});
