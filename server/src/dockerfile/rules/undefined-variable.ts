import type { MappedText } from '../../core/mapped-text.ts';
import { setsOnlyPath } from '../../knowledge/base-variables.ts';
import { insertInstruction, replacePart } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { baseImageOf, lineage } from '../images/base-image.ts';
import { isPlatformArg, type UsedVariable } from '../images/from-arguments.ts';
import type { Dockerfile, Instruction, Stage } from '../model/model.ts';
import { isSetElsewhere } from '../model/scope.ts';
import { dockerfileRule } from '../rule.ts';
import { nearest } from '../spelling/almost-equal.ts';
import { variableTexts } from '../stages/variable-uses.ts';

/** Names that an instruction can read: those declared above it, in its stage and the parent stages. */
function declaredBefore(instruction: Instruction, stage: Stage): readonly string[] {
  return lineage(stage).flatMap((one) =>
    [...one.all('ENV'), ...one.all('ARG')]
      .filter(({ syntax }) => syntax.index < instruction.syntax.index)
      .flatMap(({ pairs }) => pairs.map(({ name }) => name))
      .filter((name) => /^[A-Za-z_]\w*$/.test(name)),
  );
}

/** Whether the same ENV sets the variable: that is another rule's matter. `ENV A=$A` is none. */
function isSetBeside(instruction: Instruction, name: string): boolean {
  return instruction.keyword === 'ENV' && instruction.pairs.length > 1 && instruction.pairs.some((pair) => pair.name === name);
}

/** Why a variable has no value here; undefined when the base image may set it. */
function problemOf(name: string, instruction: Instruction, stage: Stage, file: Dockerfile) {
  if (isPlatformArg(name)) return { message: 'platform' as const };
  if (isSetElsewhere(name)) return undefined;
  if (file.globalArgs.some(({ pairs }) => pairs.some((pair) => pair.name === name))) return { message: 'global' as const };
  const meant = nearest(name, ['PATH', ...declaredBefore(instruction, stage)]);
  if (meant !== undefined) return { message: 'typo' as const, meant };
  const { scratch, image } = baseImageOf(stage);
  return scratch || (image.kind === 'known' && setsOnlyPath(image.value)) ? { message: 'nobody' as const } : undefined;
}

export default dockerfileRule({
  id: 'dockerfile/undefined-variable',
  title: 'Variable that nobody sets',
  severity: 'medium',
  confidence: 'medium',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    buildkit: [
      {
        id: 'UndefinedVar',
        relation: 'narrower',
        note: 'the base image is not read: where it may set the variable, nothing is said',
      },
    ],
  },
  references: [
    { title: 'BuildKit: UndefinedVar', url: 'https://docs.docker.com/reference/build-checks/undefined-var/' },
    { title: 'Docker: Build variables, scoping', url: 'https://docs.docker.com/build/building/variables/#scoping' },
  ],
  messages: {
    typo: '`{name}` is not set here; `{meant}` is.',
    global: '`{name}` is set in front of the first FROM only: in a stage it is empty until `ARG {name}` repeats it.',
    platform: '`{name}` is empty in a stage until `ARG {name}` asks for it.',
    nobody: '`{name}` is empty: neither this file nor the base image sets it.',
  },
  visit: {
    stage(context, stage, file) {
      for (const instruction of stage.instructions) {
        for (const { text, variables } of variableTexts(instruction)) {
          for (const used of variables) {
            if (used.hasDefault || instruction.scope.lookup(used.name) || isSetBeside(instruction, used.name)) continue;
            const problem = problemOf(used.name, instruction, stage, file);
            if (!problem) continue;
            context.report({
              at: { ...instruction.at, span: text.spanToSource(used) },
              message: problem.message,
              data: { name: used.name, meant: problem.meant ?? '' },
              ...(problem.message !== 'typo' && { confidence: 'high' as const }),
              fixes: () => [fix(file, stage, instruction, text, used, problem.meant)],
            });
          }
        }
      }
    },
  },
});

function fix(
  file: Dockerfile,
  stage: Stage,
  instruction: Instruction,
  text: MappedText,
  used: UsedVariable,
  meant: string | undefined,
) {
  if (meant !== undefined) {
    const caution = `The value becomes that of \`${meant}\`.`;
    return offer({ title: `Use \`${meant}\``, safety: 'hardening', caution }, [replacePart(text, used, meant)], [instruction]);
  }
  const caution = 'Where it was empty there is a value now, if the build gives one.';
  const place = { after: stage.from.syntax };
  const title = `Declare \`ARG ${used.name}\` in the stage`;
  return offer({ title, safety: 'hardening', caution }, [insertInstruction(file.syntax, place, `ARG ${used.name}`)], []);
}
