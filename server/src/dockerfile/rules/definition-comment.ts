import type { Comment } from '../../core/comment.ts';
import { span } from '../../core/span.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, Instruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

const NAME = 'InvalidDefinitionDescription';

/** Whether the file asks for this check, as BuildKit wants it. (https://docs.docker.com/reference/dockerfile/#check) */
function isAskedFor({ syntax }: Dockerfile): boolean {
  const value = syntax.directives.find(({ name }) => name === 'check')?.value ?? '';
  const experimental = /(?:^|;)\s*experimental=([^;\s]*)/i.exec(value)?.[1] ?? '';
  return experimental.split(',').some((one) => one === NAME || one.toLowerCase() === 'all');
}

/** What the comment describes: a stage's name, or the names of ARGs. */
function definedBy(instruction: Instruction) {
  if (instruction.keyword === 'ARG') return instruction.pairs.map(({ name, nameSpan }) => ({ name, at: nameSpan }));
  if (instruction.keyword !== 'FROM' || !instruction.name) return [];
  return [{ name: instruction.name.text, at: instruction.name.span }];
}

/** Comments for tools describe nothing. */
const FOR_TOOLS = /^\s*(?:seaworthy|hadolint|check=|checkov:|trivy:|tfsec:|kics-scan|nosem|dockerfile-utils:)/i;

/** The nearest comment directly above an offset that is not for a tool. */
function commentAbove({ syntax }: Dockerfile, offset: number): Comment | undefined {
  const isDirectlyAbove = (one: Comment, at: number): boolean =>
    one.span.end <= at && /^\r?\n[ \t]*$/.test(syntax.text.slice(one.span.end, at));
  let above = syntax.comments.find((one) => isDirectlyAbove(one, offset));
  while (above && FOR_TOOLS.test(above.text)) {
    const { start } = above.span;
    above = syntax.comments.find((one) => isDirectlyAbove(one, start));
  }
  return above;
}

export default dockerfileRule({
  id: 'dockerfile/definition-comment',
  title: 'Description that does not start with the name',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'always',
  equivalents: { buildkit: [{ id: NAME, relation: 'equal' }] },
  references: [
    { title: `BuildKit: ${NAME}`, url: 'https://docs.docker.com/reference/build-checks/invalid-definition-description/' },
  ],
  messages: {
    name: 'The comment above describes `{name}` only if it starts with that name.',
  },
  visit: {
    file(context, file) {
      if (!isAskedFor(file)) return;
      for (const instruction of file.instructions) {
        const defined = definedBy(instruction);
        const [first] = defined;
        const { start } = instruction.syntax.keywordSpan;
        const above = commentAbove(file, start);
        if (!first || !above) continue;
        const word = above.text.trim().split(' ')[0];
        if (defined.some(({ name }) => name === word)) continue;
        const behind = above.span.start + 1 + (/^[ \t]*/.exec(above.text)?.[0].length ?? 0);
        const gap = behind === above.span.start + 1 ? ' ' : '';
        context.report({
          at: { ...instruction.at, span: first.at },
          message: 'name',
          data: { name: first.name },
          fixes: () => [
            offer(
              { title: `Start the comment with \`${first.name}\``, safety: 'safe' },
              [[{ span: span(behind, behind), text: `${gap}${first.name} ` }]],
              [],
            ),
          ],
        });
      }
    },
  },
});
