import { span } from '../../core/span.ts';
import { offer } from '../fixes/words.ts';
import type { OnbuildInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** https://docs.docker.com/reference/dockerfile/#onbuild-limitations */
const FORBIDDEN: ReadonlySet<string> = new Set(['ONBUILD', 'FROM', 'MAINTAINER']);

export default dockerfileRule({
  id: 'dockerfile/onbuild-forbidden-trigger',
  title: 'ONBUILD of an instruction that it does not take',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: { hadolint: [{ id: 'DL3043', relation: 'equal' }] },
  references: [
    {
      title: 'Dockerfile reference: ONBUILD limitations',
      url: 'https://docs.docker.com/reference/dockerfile/#onbuild-limitations',
    },
  ],
  messages: {
    trigger: 'ONBUILD does not take `{keyword}`.',
  },
  visit: {
    instruction: {
      ONBUILD(context, onbuild) {
        const trigger = onbuild.syntax.trigger;
        if (onbuild.onbuild || !trigger || !FORBIDDEN.has(trigger.keyword)) return;
        context.report({
          at: { ...onbuild.at, span: trigger.keywordSpan },
          message: 'trigger',
          data: { keyword: trigger.keyword },
          fixes: () => [fix(onbuild)],
        });
      },
    },
  },
});

function fix(onbuild: OnbuildInstruction) {
  const { syntax } = onbuild;
  const title = 'Write ONBUILD once';
  const inner = syntax.trigger;
  if (inner?.keyword !== 'ONBUILD')
    return { title, refused: `what \`${inner?.keyword ?? ''}\` is meant to do has to be written in another way` };
  if (inner.trigger && FORBIDDEN.has(inner.trigger.keyword))
    return { title, refused: `ONBUILD does not take \`${inner.trigger.keyword}\` either` };
  if (!inner.trigger) return { title, refused: 'no instruction follows' };
  return offer(
    { title, safety: 'safe' },
    [[{ span: span(syntax.keywordSpan.start, inner.keywordSpan.start), text: '' }]],
    [onbuild],
  );
}
