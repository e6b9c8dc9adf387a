import { insertInstruction, removePair } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, EnvInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { variablesOf } from '../stages/variable-uses.ts';

export default dockerfileRule({
  id: 'dockerfile/env-self-reference',
  title: 'ENV that uses what it sets itself',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: { hadolint: [{ id: 'DL3044', relation: 'equal' }] },
  references: [
    {
      title: 'Dockerfile reference: environment replacement',
      url: 'https://docs.docker.com/reference/dockerfile/#environment-replacement',
    },
  ],
  messages: {
    empty: '`{name}` is set by this same ENV: here it still has the value from before.',
  },
  visit: {
    instruction: {
      ENV(context, env, file) {
        for (const [n, pair] of env.pairs.entries()) {
          const text = pair.valueText;
          const used =
            text &&
            variablesOf(text.text).find(({ name }) => name !== pair.name && env.pairs.some((other) => other.name === name));
          if (!text || !used) continue;
          context.report({
            at: { ...pair.at, span: text.spanToSource(used) },
            message: 'empty',
            data: { name: used.name },
            fixes: () => [split(file, env, n)],
          });
        }
      },
    },
  },
});

/** Sets the pair in an ENV of its own, behind this one. */
function split(file: Dockerfile, env: EnvInstruction, n: number) {
  const pair = env.pairs[n];
  const written = pair ? file.syntax.text.slice(pair.span.start, pair.span.end) : '';
  const title = `Set \`${pair?.name ?? ''}\` in an ENV of its own`;
  if (env.onbuild) return { title, refused: 'it is a trigger of ONBUILD' };
  if (written.includes('\n')) return { title, refused: 'it is written over several lines' };
  const results = [
    removePair(file.syntax, env.syntax, n),
    insertInstruction(file.syntax, { after: env.syntax }, `ENV ${written}`),
  ];
  return offer({ title, safety: 'hardening', caution: 'It gets the new value in place of the old one.' }, results, [env]);
}
