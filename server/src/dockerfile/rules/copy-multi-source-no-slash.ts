import type { RuleContext } from '../../core/rule.ts';
import { span } from '../../core/span.ts';
import type { EditResult } from '../edit.ts';
import { isFromHistory } from '../files/history-sources.ts';
import { offer } from '../fixes/words.ts';
import type { CopyAddInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** Puts a slash behind the destination, in front of the quote that ends it. */
function addSlash({ syntax }: CopyAddInstruction, windows: boolean): EditResult {
  const last = syntax.words.at(-1);
  if (!last?.text.isContiguous(span(0, last.raw.length))) return 'the destination is written over several lines';
  const quoted = /["']$/.test(last.raw);
  const at = last.span.end - (quoted ? 1 : 0);
  const separator = windows && last.raw.includes('\\') ? '\\\\' : '/';
  return [{ span: span(at, at), text: separator }];
}

function visitCopy(context: RuleContext<'file'>, copy: CopyAddInstruction): void {
  const { sources, destination } = copy;
  if (sources.length < 2 || destination.kind !== 'known' || isFromHistory(copy)) return;
  // `.` and `..` are directories whatever they end with.
  if (/(?:[/\\]|(?:^|[/\\])\.\.?)$/.test(destination.value)) return;
  context.report({
    at: destination.at,
    message: 'file',
    data: { count: sources.length },
    fixes: () => {
      const words = { title: `Write \`${destination.value}/\``, safety: 'safe' as const };
      if (destination.at.via) return [{ title: words.title, refused: `it comes from \`${destination.at.via.name}\`` }];
      return [offer(words, [addSlash(copy, copy.stage?.windows ?? false)], [copy])];
    },
  });
}

export default dockerfileRule({
  id: 'dockerfile/copy-multi-source-no-slash',
  title: 'Several files copied to a path without slash',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3021', relation: 'wider', note: 'ADD too, which has the same limit' }],
    trivy: [
      {
        id: 'DS-0011',
        relation: 'narrower',
        note: '`.` and `..` are directories without a slash',
        aliases: ['AVD-DS-0011', 'DS011', 'use-slash-for-copy-args', 'docker-use-slash-for-copy-args'],
      },
    ],
    kics: [
      {
        id: 'Copy With More Than Two Arguments Not Ending With Slash',
        relation: 'narrower',
        note: '`.` and `..` are directories without a slash',
        aliases: ['copy_with_more_than_two_arguments_not_ending_with_slash'],
      },
    ],
  },
  references: [
    { title: 'Dockerfile reference: COPY, destination', url: 'https://docs.docker.com/reference/dockerfile/#destination-1' },
  ],
  messages: {
    file: 'With `{count}` sources the destination must be a directory and end with a slash.',
  },
  visit: { instruction: { COPY: visitCopy, ADD: visitCopy } },
});
