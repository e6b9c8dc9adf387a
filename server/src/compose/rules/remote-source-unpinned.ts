import type { FixOffer } from '../../core/finding.ts';
import type { RuleContext } from '../../core/rule.ts';
import { setAt } from '../edit/paths.ts';
import type { RemoteSource } from '../facts/remote-sources.ts';
import { isGitSource, isPinned, remoteIncludes, remoteSources } from '../facts/remote-sources.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

/** Contents that nothing has: the places for the real ones. */
const COMMIT = '0'.repeat(40);
const DIGEST = `sha256:${'0'.repeat(64)}`;

/** `https://x/y.git#main:dir` → `https://x/y.git#<commit>:dir`; undefined when the commit would stand in a query. */
function pinned(text: string): string | undefined {
  if (!isGitSource(text)) return `${text.replace(/@[^/]*$/, '')}@${DIGEST}`;
  if (text.includes('?')) return undefined;
  const [, repository = text, , directory = ''] = /^([^#]*)(?:#([^:]*)(:.*)?)?$/.exec(text) ?? [];
  return `${repository}#${COMMIT}${directory}`;
}

function fix(service: EffectiveService | undefined, { text, at }: RemoteSource): FixOffer {
  const title = isGitSource(text) ? 'Name a commit' : 'Name a digest';
  const to = pinned(text);
  if (!service || to === undefined) return { title, refused: 'it is no value of a service that could be pinned by itself' };
  return setAt(service, at, to, {
    title,
    safety: 'placeholder',
    select: isGitSource(text) ? COMMIT : DIGEST,
    caution: 'Put in the one that was reviewed; nothing is fetched until then.',
  });
}

function visit(
  context: RuleContext<'git' | 'artifact'>,
  sources: readonly RemoteSource[],
  service: EffectiveService | undefined,
): void {
  for (const source of sources) {
    const { text, at, what } = source;
    if (isPinned(text) !== false) continue;
    context.report({
      at,
      message: isGitSource(text) ? 'git' : 'artifact',
      data: { what },
      identity: text.replace(/\/\/[^/@]*@/, '//'),
      fixes: () => [fix(service, source)],
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
  fix: 'sometimes',
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
    file: (context, file) => visit(context, remoteIncludes(file), undefined),
    service: (context, service) => visit(context, remoteSources(service), service),
  },
});
