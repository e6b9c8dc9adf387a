import type { EditResult } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, Stage } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { casingOf, inCasing } from '../spelling/casing.ts';
import { type StageReference, stageReferences } from '../stages/stage-references.ts';

/** Names the stage if it has no name yet, and writes the name in place of its number, here and wherever the number stands. */
function useName(file: Dockerfile, stage: Stage, one: StageReference) {
  const name = stage.name?.text ?? `stage-${stage.index}`;
  const same = stage.name ? [one] : stageReferences(file).filter((other) => other.stage === stage && /^\d+$/.test(other.text));
  const title = stage.name ? `Use the name \`${name}\`` : `Name stage ${stage.index} \`${name}\``;
  if (!stage.name && file.stages.some((other) => other.name?.key === name)) return { title, refused: `\`${name}\` is taken` };
  const image = stage.from.syntax.words[0];
  if (!image || stage.from.syntax.words.length > (stage.name ? 3 : 1)) return { title, refused: 'the FROM is not finished' };
  const { start, end } = stage.from.syntax.keywordSpan;
  const casing = casingOf(file.syntax.text.slice(start, end));
  const as = inCasing('AS', casing === 'mixed' ? 'upper' : casing);
  const named: EditResult[] = stage.name
    ? []
    : [[{ span: { start: image.span.end, end: image.span.end }, text: ` ${as} ${name}` }]];
  const used = same.map(
    ({ literal, span }): EditResult => (literal ? [{ span, text: name }] : 'the number comes from a variable'),
  );
  return offer(
    { title, safety: 'safe' },
    [...named, ...used],
    [...(stage.name ? [] : [stage.from]), ...same.map(({ instruction }) => instruction)],
  );
}

export default dockerfileRule({
  id: 'dockerfile/unnamed-stage',
  title: 'Stage referred to by its number',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kics: [
      {
        id: 'Using Unnamed Build Stages',
        relation: 'equal',
        aliases: ['68a51e22-ae5a-4d48-8e87-b01a323605c9', 'using_unnamed_build_stages'],
      },
    ],
  },
  references: [
    {
      title: 'Docker: Multi-stage builds, name your stages',
      url: 'https://docs.docker.com/build/building/multi-stage/#name-your-build-stages',
    },
  ],
  messages: {
    number: 'Stage `{number}` is another one as soon as a stage is added in front of it.',
  },
  visit: {
    file(context, file) {
      for (const one of stageReferences(file)) {
        const { instruction, span, stage, text } = one;
        if (!/^\d+$/.test(text) || stage.name?.key === text) continue;
        context.report({
          at: { ...instruction.at, span },
          message: 'number',
          data: { number: text },
          fixes: () => [useName(file, stage, one)],
        });
      }
    },
  },
});
