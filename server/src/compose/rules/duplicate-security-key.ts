import { PROTECTING_KEYS } from '../../knowledge/compose-keys.ts';
import { mergeDuplicate } from '../edit/duplicates.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/duplicate-security-key',
  title: 'Protection written twice',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'YAML 1.2.2, 3.2.1.3: keys are unique', url: 'https://yaml.org/spec/1.2.2/#3213-node-comparison' },
    { title: 'CWE-694', url: 'https://cwe.mitre.org/data/definitions/694.html' },
  ],
  messages: {
    lost: '`{key}` is written twice in service `{service}`: Compose refuses the file, and other readers drop this one.',
  },
  visit: {
    service(context, service) {
      const { name, node } = service;
      for (const pair of node.duplicates) {
        const { key, keyNode, value, via } = pair;
        // The last one counts.
        if (!PROTECTING_KEYS.includes(key) || node.get(key)?.keyNode.span.start === keyNode.span.start) continue;
        const way = via ?? keyNode.via;
        context.report({
          at: { span: keyNode.span, route: value.route, key: keyNode.span, ...(way && { via: way }) },
          message: 'lost',
          data: { service: name, key },
          fixes: () => [
            mergeDuplicate(service, pair, {
              title: `Write \`${key}\` once`,
              safety: 'hardening',
              caution: 'What stood in both takes effect: a program that needs what it takes away fails.',
            }),
          ],
        });
      }
    },
  },
});
