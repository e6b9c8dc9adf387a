import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/stage-name-casing',
  title: 'Stage name with upper-case letters',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'always',
  equivalents: { buildkit: [{ id: 'StageNameCasing', relation: 'equal' }] },
  references: [{ title: 'BuildKit: StageNameCasing', url: 'https://docs.docker.com/reference/build-checks/stage-name-casing/' }],
  messages: {
    casing: 'Stage name `{name}` should be lower case.',
  },
  visit: {
    stage(context, stage) {
      const { name, from } = stage;
      if (!name || name.text === name.key) return;
      context.report({
        at: { ...from.at, span: name.span },
        message: 'casing',
        data: { name: name.text },
        fixes: () => [offer({ title: `Write \`${name.key}\``, safety: 'safe' }, [[{ span: name.span, text: name.key }]], [from])],
      });
    },
  },
});
