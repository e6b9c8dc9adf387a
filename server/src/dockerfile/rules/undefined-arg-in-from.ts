import type { FixOffer } from '../../core/finding.ts';
import type { MappedText } from '../../core/mapped-text.ts';
import { insertInstruction, replacePart } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { isPlatformArg, type UsedVariable, variablesIn } from '../images/from-arguments.ts';
import type { Dockerfile, FromInstruction } from '../model/model.ts';
import { findFlag } from '../model/parts.ts';
import { dockerfileRule } from '../rule.ts';
import { nearest } from '../spelling/almost-equal.ts';

/** The ARG that is meant: of nearly the same name, in front of the FROM. */
function meantBy(file: Dockerfile, from: FromInstruction, name: string): string | undefined {
  const declared = file.globalArgs
    .filter((arg) => arg.syntax.index < from.syntax.index)
    .flatMap(({ pairs }) => pairs.map((p) => p.name));
  return nearest(
    name,
    declared.filter((one) => /^[A-Za-z_]\w*$/.test(one)),
  );
}

function fixes(file: Dockerfile, from: FromInstruction, text: MappedText, used: UsedVariable): readonly FixOffer[] {
  const meant = meantBy(file, from, used.name);
  if (meant !== undefined) {
    const title = `Use \`${meant}\``;
    const caution = `The image changes to what \`${meant}\` says.`;
    return [offer({ title, safety: 'hardening', caution }, [replacePart(text, used, meant)], [from])];
  }
  const [first] = file.stages;
  const place = first?.from.syntax;
  if (!place) return [];
  const title = `Declare \`ARG ${used.name}\` in front of the first FROM`;
  const owner = from.stage?.all('ARG').concat(file.instructions.filter((one) => one.keyword === 'ARG')) ?? [];
  const later = owner.find(({ stage, pairs }) => stage && pairs.some(({ name }) => name === used.name));
  const [value] = later?.pairs.filter(({ name }) => name === used.name) ?? [];
  const written = value?.value.kind === 'known' ? `=${value.valueText?.text ?? ''}` : '';
  const caution = 'Give it a default, or pass `--build-arg` with each build.';
  return [
    offer(
      { title, safety: 'placeholder', caution },
      [insertInstruction(file.syntax, { before: place }, `ARG ${used.name}${written}`)],
      [],
    ),
  ];
}

export default dockerfileRule({
  id: 'dockerfile/undefined-arg-in-from',
  title: 'Undeclared variable in FROM',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    buildkit: [{ id: 'UndefinedArgInFrom', relation: 'equal' }],
  },
  references: [
    { title: 'BuildKit: UndefinedArgInFrom', url: 'https://docs.docker.com/reference/build-checks/undefined-arg-in-from/' },
    { title: 'Docker: Variables, scoping', url: 'https://docs.docker.com/build/building/variables/#scoping' },
  ],
  messages: {
    undeclared: '`{variable}` is not declared in front of the first FROM, so it is always empty here.',
  },
  visit: {
    instruction: {
      FROM(context, from, file) {
        const platform = findFlag(from.syntax, 'platform')?.valueText;
        for (const text of [platform, from.imageText]) {
          for (const used of text ? variablesIn(text.text) : []) {
            if (!text || used.hasDefault || isPlatformArg(used.name) || from.scope.lookup(used.name)) continue;
            context.report({
              at: { ...from.at, span: text.spanToSource(used) },
              message: 'undeclared',
              data: { variable: used.name },
              fixes: () => fixes(file, from, text, used),
            });
          }
        }
      },
    },
  },
});
