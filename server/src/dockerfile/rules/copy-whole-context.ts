import type { RuleContext } from '../../core/rule.ts';
import { excludeUnwanted, letIn, wholeContext } from '../fixes/whole-context.ts';
import type { CopyAddInstruction, Dockerfile } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

function visitCopy(context: RuleContext<'whole' | 'letIn'>, copy: CopyAddInstruction, file: Dockerfile): void {
  const source = wholeContext(copy);
  if (!source || file.ignoreFile === null) return;
  const what = file.ignoreFile && letIn(file.ignoreFile);
  if (what?.length === 0) return;
  context.report({
    at: source.at,
    message: what ? 'letIn' : 'whole',
    data: { keyword: copy.keyword, source: source.value, what: what?.join('` and `') ?? '' },
    fixes: () => [excludeUnwanted(file, copy)],
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
  fix: 'sometimes',
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
    letIn: '`{keyword} {source}` ships `{what}` too if there is one: the `.dockerignore` does not leave it out.',
  },
  visit: { instruction: { COPY: visitCopy, ADD: visitCopy } },
});
