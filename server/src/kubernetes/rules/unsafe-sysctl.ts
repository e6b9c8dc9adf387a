import { removeListed } from '../edit/fields.ts';
import { namesFor, SAFE_SYSCTLS } from '../pod-security/tables.ts';
import { kubernetesRule } from '../rule.ts';

const NOTE = 'the list is that of your version of Kubernetes';

export default kubernetesRule({
  id: 'kubernetes/unsafe-sysctl',
  title: 'Unsafe sysctl set',
  severity: 'medium',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [{ id: 'sysctls', relation: 'equal' }],
    'kube-linter': [{ id: 'unsafe-sysctls', relation: 'wider', note: 'all that are not on the safe list; none that is' }],
    trivy: [{ id: 'KSV-0026', relation: 'equal', note: NOTE, aliases: ['AVD-KSV-0026', 'KSV026', 'no-unsafe-sysctl'] }],
    kubescape: [
      { id: 'set-sysctls-params', relation: 'narrower', note: 'a pod that sets no sysctls is fine' },
      { id: 'C-0211', relation: 'related' },
    ],
    kics: [
      {
        id: 'Cluster allows unsafe sysctls',
        relation: 'wider',
        note: 'also names with slashes, which admission does not take for the same',
        aliases: ['9127f0d9-2310-42e7-866f-5fd9d20dcbad'],
      },
    ],
  },
  references: [
    { title: 'PSS baseline: sysctls', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline' },
    {
      title: 'Using sysctls in a Kubernetes Cluster',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/',
    },
    { title: 'CWE-653', url: 'https://cwe.mitre.org/data/definitions/653.html' },
  ],
  messages: {
    unsafe: 'Pods of `{workload}` set the sysctl `{name}`, which Kubernetes does not count as safe.',
  },
  visit: {
    workload(context, workload) {
      const { sysctls } = workload.securityContext;
      const safe = namesFor(SAFE_SYSCTLS, context.environment.kubernetesVersion);
      for (const { name, node } of sysctls.items) {
        if (name.kind !== 'known' || safe.includes(name.value)) continue;
        context.report({
          at: name.at,
          message: 'unsafe',
          data: { workload: workload.displayName, name: name.value },
          fixes: () => [
            removeListed(workload, sysctls, node, {
              title: `Remove the sysctl \`${name.value}\``,
              safety: 'hardening',
              caution: 'The program runs with the default of the node, which may be slower under load.',
            }),
          ],
        });
      }
    },
  },
});
