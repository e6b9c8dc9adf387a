import type { RuleContext } from '../../core/rule.ts';
import type { RemoteSource } from '../remote-sources.ts';
import { isGitSource, isPinned, remoteIncludes, remoteSources } from '../remote-sources.ts';
import { composeRule } from '../rule.ts';

function visit(context: RuleContext<'git' | 'artifact'>, sources: readonly RemoteSource[]): void {
  for (const { text, at, what } of sources) {
    if (isPinned(text) !== false) continue;
    context.report({
      at,
      message: isGitSource(text) ? 'git' : 'artifact',
      data: { what },
      identity: text.replace(/\/\/[^/@]*@/, '//'),
    });
  }
}

export default composeRule({
  id: 'compose/remote-source-unpinned',
  title: 'Source of elsewhere that can change',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'CWE-494', url: 'https://cwe.mitre.org/data/definitions/494.html' },
    {
      title: 'Docker: Git repositories as build context',
      url: 'https://docs.docker.com/build/concepts/context/#git-repositories',
    },
    { title: 'Compose: include', url: 'https://docs.docker.com/reference/compose-file/include/' },
    { title: 'MITRE T1195.001', url: 'https://attack.mitre.org/techniques/T1195/001/' },
  ],
  messages: {
    git: 'The {what} is whatever its branch or tag holds today: no commit is named.',
    artifact: 'The {what} is whatever its tag points to today: no digest is named.',
  },
  visit: {
    file: (context, file) => visit(context, remoteIncludes(file)),
    service: (context, service) => visit(context, remoteSources(service)),
  },
});
