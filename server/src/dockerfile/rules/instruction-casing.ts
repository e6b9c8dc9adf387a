import { offer } from '../fixes/words.ts';
import type { Instruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { casingOf, inCasing, majorityCasing } from '../spelling/casing.ts';

export default dockerfileRule({
  id: 'dockerfile/instruction-casing',
  title: 'Instruction in another case than the others',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: { buildkit: [{ id: 'ConsistentInstructionCasing', relation: 'equal' }] },
  references: [
    {
      title: 'BuildKit: ConsistentInstructionCasing',
      url: 'https://docs.docker.com/reference/build-checks/consistent-instruction-casing/',
    },
  ],
  messages: {
    casing: '`{keyword}` should be in {casing} case, as most instructions of the file.',
  },
  visit: {
    file(context, file) {
      const { text, instructions } = file.syntax;
      const casing = majorityCasing(text, instructions);
      for (const instruction of file.instructions) {
        const { start, end } = instruction.syntax.keywordSpan;
        const keyword = text.slice(start, end);
        if (casingOf(keyword) === casing || instruction.keyword === 'UNKNOWN') continue;
        context.report({
          at: instruction.at,
          message: 'casing',
          data: { keyword, casing },
          fixes: () => [fix(instruction, keyword, casing)],
        });
      }
    },
  },
});

/** `AS` goes with its `FROM` when both are written alike now. */
function fix(instruction: Instruction, keyword: string, casing: 'lower' | 'upper') {
  const as = instruction.keyword === 'FROM' && instruction.name ? instruction.syntax.words[1] : undefined;
  const alike = as && casingOf(as.raw) === casingOf(keyword) ? as : undefined;
  const written = inCasing(keyword, casing);
  if (keyword.toUpperCase() !== instruction.syntax.keyword)
    return { title: `Write \`${written}\``, refused: 'the keyword is written over several lines' };
  const edits = [
    { span: instruction.syntax.keywordSpan, text: written },
    ...(alike ? [{ span: alike.span, text: inCasing(alike.raw, casing) }] : []),
  ];
  return offer({ title: `Write \`${written}\``, safety: 'safe' }, [edits], [instruction]);
}
