import { PROTECTING_KEYS } from '../../knowledge/compose-keys.ts';
import { removeServiceKey } from '../edit.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/security-key-reset',
  title: 'Hardening reset',
  severity: 'medium',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Compose: reset and override', url: 'https://docs.docker.com/reference/compose-file/merge/#reset-value' },
    { title: 'CWE-693', url: 'https://cwe.mitre.org/data/definitions/693.html' },
  ],
  messages: {
    reset: 'Service `{service}` drops every `{key}` that it would get from another file or service: `!reset` leaves it without.',
    emptied: 'Service `{service}` replaces every `{key}` that it would get from another file or service by nothing.',
  },
  visit: {
    service(context, service) {
      for (const { key, keyNode, value, via } of service.node.pairs) {
        if (via || !PROTECTING_KEYS.includes(key)) continue;
        const isEmpty = value.kind === 'scalar' ? value.isNull : value.kind === 'seq' && value.items.length === 0;
        if (value.tag !== '!reset' && !(value.tag === '!override' && isEmpty)) continue;
        context.report({
          at: { span: keyNode.span, route: value.route, key: keyNode.span },
          message: value.tag === '!reset' ? 'reset' : 'emptied',
          data: { service: service.name, key },
          fixes: () => [
            removeServiceKey(service, key, {
              title: `Keep the \`${key}\` of the other file`,
              safety: 'hardening',
              caution: 'What the program could do without that protection, it can not do any more.',
            }),
          ],
        });
      }
    },
  },
});
