import { networkPolicySpec } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/network-policy-missing-selector',
  title: 'NetworkPolicy that does not say for which pods',
  severity: 'info',
  confidence: 'medium',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0038',
        relation: 'wider',
        note: 'also where only the peers have a selector',
        aliases: ['AVD-KSV-0038', 'KSV038', 'selector-usage-in-network-policies'],
      },
    ],
  },
  references: [
    { title: 'Network policies', url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/' },
    { title: 'CIS Kubernetes 5.3.2' },
  ],
  messages: {
    unsaid: 'This policy has no `podSelector`, so it applies to all pods of its namespace.',
  },
  visit: {
    object(context, object) {
      const spec = networkPolicySpec(object);
      if (spec?.value.kind !== 'known' || spec.field('podSelector').kind !== 'absent') return;
      context.report({ at: object.at, message: 'unsaid' });
    },
  },
});
