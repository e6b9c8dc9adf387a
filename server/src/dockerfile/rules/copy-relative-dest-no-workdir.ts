import type { RuleContext } from '../../core/rule.ts';
import { replacePart } from '../edit.ts';
import { isFromHistory } from '../files/history-sources.ts';
import { offer } from '../fixes/words.ts';
import type { CopyAddInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { isAbsolutePath, joinPath, workdirsBefore } from '../stages/stage-so-far.ts';

function visitCopy(context: RuleContext<'relative'>, copy: CopyAddInstruction): void {
  const { destination, stage, syntax } = copy;
  if (!stage || copy.onbuild || destination.kind !== 'known' || isAbsolutePath(destination.value) || isFromHistory(copy)) return;
  if (workdirsBefore(copy).length > 0) return;
  context.report({
    at: destination.at,
    message: 'relative',
    data: { destination: destination.value },
    fixes: () => {
      const end = /\/\.?$/.test(destination.value) ? '/' : '';
      const joined = stage.windows ? undefined : joinPath('/', destination.value);
      const absolute = joined === undefined || joined === '/' ? joined : `${joined}${end}`;
      const title = `Copy to \`${absolute ?? destination.value}\``;
      const caution = 'It went somewhere else if the base image sets a working directory.';
      const text = syntax.json?.at(-1)?.text ?? syntax.words.at(-1)?.text;
      if (absolute === undefined || !text) return [{ title, refused: 'it is not known what a Windows image works in' }];
      if (text.text !== destination.value) return [{ title, refused: 'the path is quoted or comes from a variable' }];
      return [
        offer(
          { title, safety: 'hardening', caution },
          [replacePart(text, { start: 0, end: text.text.length }, absolute)],
          [copy],
        ),
      ];
    },
  });
}

export default dockerfileRule({
  id: 'dockerfile/copy-relative-dest-no-workdir',
  title: 'Relative destination without a working directory',
  severity: 'info',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: { hadolint: [{ id: 'DL3045', relation: 'wider', note: 'ADD too' }] },
  references: [
    { title: 'Dockerfile reference: COPY, destination', url: 'https://docs.docker.com/reference/dockerfile/#destination-1' },
    { title: 'Dockerfile reference: WORKDIR', url: 'https://docs.docker.com/reference/dockerfile/#workdir' },
  ],
  messages: {
    relative: '`{destination}` is relative, and no WORKDIR is set: the base image decides where the files go.',
  },
  visit: { instruction: { COPY: visitCopy, ADD: visitCopy } },
});
