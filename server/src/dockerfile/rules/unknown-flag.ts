import { span } from '../../core/span.ts';
import { flagsOf } from '../../knowledge/dockerfile-flags.ts';
import { removeFlag } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, Instruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { nearest } from '../spelling/almost-equal.ts';
import type { Flag } from '../syntax/syntax.ts';

/** What an instruction and its trigger are made of. */
function withTrigger(instruction: Instruction): readonly Instruction['syntax'][] {
  const { syntax } = instruction;
  return syntax.trigger && syntax.keyword === 'ONBUILD' ? [syntax, syntax.trigger] : [syntax];
}

/** Flags whose effect has to be looked at before they get one. */
const WITH_CARE: ReadonlySet<string> = new Set(['chmod', 'checksum', 'mount', 'network', 'security', 'device', 'from']);

function fix(file: Dockerfile, instruction: Instruction, syntax: Instruction['syntax'], flag: Flag, meant: string | undefined) {
  if (meant === undefined) {
    const title = `Remove \`--${flag.name}\``;
    if (syntax.args.text === '') return { title, refused: 'nothing would be left of the instruction' };
    const caution = 'What it was meant to do has to be said in another way.';
    return offer({ title, safety: 'hardening', caution }, [removeFlag(file.syntax, instruction.syntax, flag)], [instruction]);
  }
  const title = `Write \`--${meant}\``;
  const at = span(flag.span.start + 2, flag.span.start + 2 + flag.name.length);
  if (WITH_CARE.has(meant)) return { title, refused: 'look first at what it then does' };
  if (file.syntax.text.slice(at.start, at.end) !== flag.name) return { title, refused: 'the flag is quoted' };
  return offer(
    { title, safety: 'hardening', caution: 'The flag has an effect now.' },
    [[{ span: at, text: meant }]],
    [instruction],
  );
}

export default dockerfileRule({
  id: 'dockerfile/unknown-flag',
  title: 'Flag that the instruction does not take',
  severity: 'medium',
  confidence: 'medium',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [{ title: 'Dockerfile reference', url: 'https://docs.docker.com/reference/dockerfile/' }],
  messages: {
    unknown: '{keyword} has no flag `--{name}`.',
    meant: '{keyword} has no flag `--{name}`; there is `--{meant}`.',
  },
  visit: {
    file(context, file) {
      for (const instruction of file.instructions) {
        if (instruction.keyword === 'UNKNOWN') continue;
        for (const syntax of withTrigger(instruction)) {
          const known = flagsOf(syntax.keyword);
          for (const flag of syntax.flags) {
            if (known.includes(flag.name) || flag.name.includes('$')) continue;
            const meant = nearest(flag.name, known);
            context.report({
              at: { ...instruction.at, span: flag.span },
              message: meant === undefined ? 'unknown' : 'meant',
              data: { keyword: syntax.keyword, name: flag.name, meant: meant ?? '' },
              fixes: () => [fix(file, instruction, syntax, flag, meant)],
            });
          }
        }
      }
    },
  },
});
