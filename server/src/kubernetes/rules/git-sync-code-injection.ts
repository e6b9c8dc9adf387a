import { removeListed } from '../edit/fields.ts';
import { kubernetesRule } from '../rule.ts';
import { knownImage } from '../shared/container-image.ts';

const GIT_SYNC = /(?:^|\/)git-sync(?:-(?:amd64|arm64|arm|ppc64le|s390x))?$/;
/** The path of the `git` that it runs, by the names of version 4 and 3. */
const PROGRAMS = new Set(['GITSYNC_GIT', 'GIT_SYNC_GIT']);

const CAUTION = 'git-sync runs its own `git` then, and no longer the program that is named here.';

export default kubernetesRule({
  id: 'kubernetes/git-sync-code-injection',
  title: 'Program for git-sync to run',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: { checkov: [{ id: 'CKV_K8S_159', relation: 'equal', aliases: ['DangerousGitSync'] }] },
  references: [
    { title: 'git-sync manual', url: 'https://github.com/kubernetes/git-sync/blob/master/README.md' },
    { title: 'CWE-94', url: 'https://cwe.mitre.org/data/definitions/94.html' },
  ],
  messages: {
    set: '`{name}` makes git-sync run another program in the place of `git`.',
  },
  visit: {
    container(context, container) {
      const image = knownImage(container)?.reference.repository;
      if (image === undefined || !GIT_SYNC.test(image)) return;
      for (const { name, node } of container.env.items) {
        if (name.kind !== 'known' || !PROGRAMS.has(name.value)) continue;
        const offer = { title: `Remove \`${name.value}\``, safety: 'hardening', caution: CAUTION } as const;
        context.report({
          at: name.at,
          message: 'set',
          data: { name: name.value },
          fixes: () => [removeListed(container, container.env, node, offer)],
        });
      }
    },
  },
});
