import { removeFlag } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { findFlag } from '../model/parts.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/from-platform-redundant',
  title: 'Platform that is the default',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'always',
  tags: ['unnecessary'],
  equivalents: {
    buildkit: [{ id: 'RedundantTargetPlatform', relation: 'equal' }],
    hadolint: [{ id: 'DL3065', relation: 'equal' }],
  },
  references: [
    {
      title: 'BuildKit: RedundantTargetPlatform',
      url: 'https://docs.docker.com/reference/build-checks/redundant-target-platform/',
    },
  ],
  messages: {
    redundant: 'A stage is built for `$TARGETPLATFORM` anyway.',
  },
  visit: {
    instruction: {
      FROM(context, from, file) {
        const flag = findFlag(from.syntax, 'platform');
        if (!flag || !/^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(flag.valueText?.text ?? '')) return;
        if (from.scope.lookup('TARGETPLATFORM')?.declared.value.kind === 'known') return;
        context.report({
          at: { ...from.at, span: flag.span },
          message: 'redundant',
          fixes: () => [
            offer({ title: 'Remove `--platform`', safety: 'safe' }, [removeFlag(file.syntax, from.syntax, flag)], [from]),
          ],
        });
      },
    },
  },
});
