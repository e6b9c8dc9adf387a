import { removeBlankLines } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/empty-continuation',
  title: 'Blank line in a continued instruction',
  severity: 'info',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'always',
  equivalents: { buildkit: [{ id: 'NoEmptyContinuation', relation: 'equal' }] },
  references: [
    { title: 'BuildKit: NoEmptyContinuation', url: 'https://docs.docker.com/reference/build-checks/no-empty-continuation/' },
  ],
  messages: {
    blank: 'Blank lines in this {keyword} do not end it, and will be an error.',
  },
  visit: {
    file(context, file) {
      for (const instruction of file.instructions) {
        const { syntax } = instruction;
        if (syntax.blankLines.length === 0) continue;
        context.report({
          at: instruction.at,
          message: 'blank',
          data: { keyword: syntax.keyword },
          identity: `${syntax.keyword} ${syntax.args.text}`,
          fixes: () => [
            offer({ title: 'Remove the blank lines', safety: 'safe' }, [removeBlankLines(file.syntax, syntax)], [instruction]),
          ],
        });
      }
    },
  },
});
