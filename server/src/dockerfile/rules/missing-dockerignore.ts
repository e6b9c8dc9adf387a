import type { RuleContext } from '../../core/rule.ts';
import { excludeUnwanted, wholeContext } from '../fixes/whole-context.ts';
import type { CopyAddInstruction, Dockerfile } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

function visitCopy(context: RuleContext<'missing'>, copy: CopyAddInstruction, file: Dockerfile): void {
  const source = wholeContext(copy);
  if (!source || file.ignoreFile !== null) return;
  context.report({
    at: source.at,
    message: 'missing',
    data: { keyword: copy.keyword, source: source.value },
    fixes: () => [excludeUnwanted(file, copy)],
  });
}

export default dockerfileRule({
  id: 'dockerfile/missing-dockerignore',
  title: 'Whole build context copied without a .dockerignore',
  severity: 'low',
  confidence: 'medium',
  category: 'secrets',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-538', url: 'https://cwe.mitre.org/data/definitions/538.html' },
    {
      title: 'Docker: Build context, .dockerignore files',
      url: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    },
    { title: 'MITRE T1552.001', url: 'https://attack.mitre.org/techniques/T1552/001/' },
  ],
  messages: {
    missing:
      '`{keyword} {source}` ships all that lies beside the Dockerfile, `.git` and `.env` too: there is no `.dockerignore`.',
  },
  visit: { instruction: { COPY: visitCopy, ADD: visitCopy } },
});
