import { PROTECTING_KEYS } from '../../knowledge/compose-keys.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/duplicate-security-key',
  title: 'Protection written twice',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'YAML 1.2.2, 3.2.1.3: keys are unique', url: 'https://yaml.org/spec/1.2.2/#3213-node-comparison' },
    { title: 'CWE-694', url: 'https://cwe.mitre.org/data/definitions/694.html' },
  ],
  messages: {
    lost: '`{key}` is written twice in service `{service}`: Compose refuses the file, and other readers drop this one.',
  },
  visit: {
    service(context, { name, node }) {
      for (const { key, keyNode, value, via } of node.duplicates) {
        // The last one counts.
        if (!PROTECTING_KEYS.includes(key) || node.get(key)?.keyNode.span.start === keyNode.span.start) continue;
        const way = via ?? keyNode.via;
        context.report({
          at: { span: keyNode.span, route: value.route, key: keyNode.span, ...(way && { via: way }) },
          message: 'lost',
          data: { service: name, key },
        });
      }
    },
  },
});
