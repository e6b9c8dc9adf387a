import type { RuleContext } from '../../core/rule.ts';
import { type IgnoreFile, isIgnored } from '../files/ignore-file.ts';
import type { CopyAddInstruction, Dockerfile } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** Of the whole context something is left unless a line is for everything; with exceptions a folder may be left in part. */
function leavesNothing(ignoreFile: IgnoreFile, path: string): boolean {
  const { patterns } = ignoreFile;
  if (patterns.some(({ exception }) => exception) || /[*?[\\]/.test(path)) return false;
  if (/^(?:\.?\/*)+$/.test(path)) return patterns.some(({ text }) => /^\/?\*\*?\/?$/.test(text));
  return isIgnored(ignoreFile, path);
}

function visit(context: RuleContext<'ignored'>, copy: CopyAddInstruction, { ignoreFile }: Dockerfile): void {
  if (!ignoreFile || copy.from) return;
  for (const { kind, value } of copy.sources) {
    if (kind !== 'path' || value.kind !== 'known' || value.value === '' || !leavesNothing(ignoreFile, value.value)) continue;
    context.report({ at: value.at, message: 'ignored', data: { keyword: copy.keyword, path: value.value } });
  }
}

export default dockerfileRule({
  id: 'dockerfile/copy-ignored-file',
  title: 'Copy of a file that the context leaves out',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    buildkit: [{ id: 'CopyIgnoredFile', relation: 'equal' }],
  },
  references: [
    { title: 'Build check CopyIgnoredFile', url: 'https://docs.docker.com/reference/build-checks/copy-ignored-file/' },
    {
      title: 'Docker: Build context, .dockerignore files',
      url: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    },
  ],
  messages: {
    ignored: '`{keyword}` finds no `{path}`: the `.dockerignore` leaves it out of the build context.',
  },
  visit: { instruction: { COPY: visit, ADD: visit } },
});
