import { replaceListed } from '../edit/paths.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/gatekeeper-repo-prefix-open',
  title: 'Allowed registry that matches more than it says',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0124',
        relation: 'wider',
        note: 'also names of images without a tag',
        aliases: ['AVD-KSV-0124', 'repo-ambiguous-prefix'],
      },
    ],
  },
  references: [
    {
      title: 'Gatekeeper library: allowed repositories',
      url: 'https://open-policy-agent.github.io/gatekeeper-library/website/validation/allowedrepos/',
    },
  ],
  messages: {
    open: '`{repo}` allows every image whose name begins so, such as `{repo}.example.org/x`.',
  },
  visit: {
    object(context, object) {
      if (object.kind !== 'K8sAllowedRepos' || object.group !== 'constraints.gatekeeper.sh') return;
      const repos = object.fields.mapping('spec').mapping('parameters').strings('repos');
      for (const [index, repo] of repos.items.entries()) {
        if (repo.kind !== 'known' || /(?:\/|:[^/]+|@[^/]+)$/.test(repo.value)) continue;
        const { value: seq } = repos;
        const title = `Allow \`${repo.value}/\``;
        context.report({
          at: repo.at,
          message: 'open',
          data: { repo: repo.value },
          fixes: () => [
            seq.kind === 'known'
              ? replaceListed(object, seq.value, index, `${repo.value}/`, {
                  title,
                  safety: 'hardening',
                  caution: 'An image of exactly this name is no longer allowed.',
                })
              : { title, refused: 'The list is not written here.' },
          ],
        });
      }
    },
  },
});
