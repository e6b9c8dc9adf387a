import type { RuleContext } from '../../core/rule.ts';
import { isFromHistory } from '../history-sources.ts';
import type { CopyAddInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

const WHOLE = /^(?:\.?\/?|\.\/?\*|\*|\/\*)$/;

function visitCopy(context: RuleContext<'whole'>, copy: CopyAddInstruction): void {
  if (!copy.stage?.ships || copy.from || copy.onbuild || copy.exclude.length > 0 || isFromHistory(copy)) return;
  const source = copy.sources.find(({ kind, value }) => kind === 'path' && value.kind === 'known' && WHOLE.test(value.value));
  if (source?.value.kind !== 'known' || source.value.value === '') return;
  context.report({
    at: source.value.at,
    message: 'whole',
    data: { keyword: copy.keyword, source: source.value.value },
  });
}

export default dockerfileRule({
  id: 'dockerfile/copy-whole-context',
  title: 'Whole build context copied into the image',
  severity: 'info',
  confidence: 'medium',
  category: 'secrets',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'CWE-538', url: 'https://cwe.mitre.org/data/definitions/538.html' },
    {
      title: 'Docker: Build context, .dockerignore files',
      url: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    },
    {
      title: 'OWASP Docker Security Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
  ],
  messages: {
    whole: '`{keyword} {source}` ships everything in the build context that no `.dockerignore` leaves out: `.git`, `.env`, keys.',
  },
  visit: { instruction: { COPY: visitCopy, ADD: visitCopy } },
});
