import { span } from '../../core/span.ts';
import { replacePart } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/expose-protocol-casing',
  title: 'Protocol of EXPOSE in upper case',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: { buildkit: [{ id: 'ExposeProtoCasing', relation: 'equal' }] },
  references: [
    { title: 'BuildKit: ExposeProtoCasing', url: 'https://docs.docker.com/reference/build-checks/expose-proto-casing/' },
  ],
  messages: {
    casing: 'Protocol `{protocol}` should be lower case.',
  },
  visit: {
    instruction: {
      EXPOSE(context, expose) {
        for (const { raw, text } of expose.syntax.words) {
          const slash = raw.lastIndexOf('/');
          const protocol = raw.slice(slash + 1);
          if (slash < 0 || !/^[a-z]+$/i.test(protocol) || protocol === protocol.toLowerCase()) continue;
          const part = span(slash + 1, raw.length);
          const lower = protocol.toLowerCase();
          context.report({
            at: { ...expose.at, span: text.spanToSource(part) },
            message: 'casing',
            data: { protocol },
            fixes: () => [offer({ title: `Write \`${lower}\``, safety: 'safe' }, [replacePart(text, part, lower)], [expose])],
          });
        }
      },
    },
  },
});
