import { valueOf } from '../../core/value.ts';
import { quoteScalar } from '../edit/quote.ts';
import { composeRule } from '../rule.ts';

/** An integer to base 60 (YAML 1.1, "Integer Language-Independent Type"): each part behind a colon is below 60. */
const SEXAGESIMAL = /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/;

export default composeRule({
  id: 'compose/unquoted-port',
  title: 'Port mapping that YAML 1.1 reads as a number',
  severity: 'info',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    dclint: [
      {
        id: 'require-quotes-in-ports',
        relation: 'narrower',
        note: 'only the mappings that are read differently without quotes',
      },
    ],
  },
  references: [
    { title: 'Compose: ports, short syntax', url: 'https://docs.docker.com/reference/compose-file/services/#short-syntax-3' },
    { title: 'YAML 1.1: integers', url: 'https://yaml.org/type/int.html' },
  ],
  messages: { unquoted: 'Readers of YAML 1.1 take `{port}` of service `{service}` for the number {number}: quote it.' },
  visit: {
    service(context, service) {
      for (const { text, at } of service.ports.items) {
        if (text?.node.style !== 'plain' || valueOf(text.whole()) !== text.raw || !SEXAGESIMAL.test(text.raw)) continue;
        context.report({
          at,
          message: 'unquoted',
          data: { service: service.name, port: text.raw, number: sexagesimal(text.raw) },
          fixes: () => [quoteScalar(service, text.node, { title: `Quote \`${text.raw}\``, safety: 'safe' })],
        });
      }
    },
  },
});

function sexagesimal(text: string): number {
  return text
    .replaceAll('_', '')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}
