import { replaceText } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';

const MAPPED = /^(?:.*:)(\d{1,5}(?:-\d{1,5})?(?:\/\w+)?)$/;

export default dockerfileRule({
  id: 'dockerfile/expose-host-port',
  title: 'EXPOSE with an address or a host port',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: { buildkit: [{ id: 'ExposeInvalidFormat', relation: 'equal' }] },
  references: [
    { title: 'BuildKit: ExposeInvalidFormat', url: 'https://docs.docker.com/reference/build-checks/expose-invalid-format/' },
    { title: 'Dockerfile reference: EXPOSE', url: 'https://docs.docker.com/reference/dockerfile/#expose' },
  ],
  messages: {
    mapped: '`{port}` binds nothing: EXPOSE takes only the port inside the container.',
  },
  visit: {
    instruction: {
      EXPOSE(context, expose) {
        for (const word of expose.syntax.words) {
          const inner = word.raw.includes('$') ? undefined : MAPPED.exec(word.raw)?.[1];
          if (inner === undefined) continue;
          context.report({
            at: { ...expose.at, span: word.span },
            message: 'mapped',
            data: { port: word.raw },
            fixes: () => [offer({ title: `Write \`${inner}\``, safety: 'safe' }, [replaceText(word.text, inner)], [expose])],
          });
        }
      },
    },
  },
});
