import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';
import { casingOf, inCasing } from '../spelling/casing.ts';

export default dockerfileRule({
  id: 'dockerfile/from-as-casing',
  title: '`AS` in another case than `FROM`',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'always',
  equivalents: { buildkit: [{ id: 'FromAsCasing', relation: 'equal' }] },
  references: [{ title: 'BuildKit: FromAsCasing', url: 'https://docs.docker.com/reference/build-checks/from-as-casing/' }],
  messages: {
    casing: '`{as}` should have the case of `{from}`.',
  },
  visit: {
    instruction: {
      FROM(context, from, file) {
        const { keywordSpan, words } = from.syntax;
        const as = words[1];
        const keyword = file.syntax.text.slice(keywordSpan.start, keywordSpan.end);
        const casing = casingOf(keyword);
        if (!from.name || !as || casing === 'mixed' || casingOf(as.raw) === casing) return;
        const text = inCasing(as.raw, casing);
        context.report({
          at: { ...from.at, span: as.span },
          message: 'casing',
          data: { as: as.raw, from: keyword },
          fixes: () => [offer({ title: `Write \`${text}\``, safety: 'safe' }, [[{ span: as.span, text }]], [from])],
        });
      },
    },
  },
});
