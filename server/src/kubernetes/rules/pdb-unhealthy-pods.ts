import { setPath } from '../edit.ts';
import { budgetOf } from '../model/disruption-budget.ts';
import { kubernetesRule } from '../rule.ts';
import { isSince } from '../version.ts';

const OFFER = {
  title: 'Set `unhealthyPodEvictionPolicy: AlwaysAllow`',
  safety: 'hardening',
  caution: 'Pods that run but are not ready are evicted when a node is drained, whatever the budget says.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/pdb-unhealthy-pods',
  title: 'Disruption budget that guards broken pods',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    'kube-linter': [{ id: 'pdb-unhealthy-pod-eviction-policy', relation: 'equal' }],
  },
  references: [
    {
      title: 'Unhealthy pod eviction policy',
      url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy',
    },
  ],
  messages: {
    unset:
      '`{budget}` does not say that broken pods may be evicted: one that never gets ready keeps its node from being drained.',
  },
  visit: {
    object(context, object) {
      const budget = budgetOf(object);
      if (budget?.unhealthyPodEvictionPolicy.kind !== 'absent' || !isSince(context.environment, 27)) return;
      context.report({
        at: object.at,
        message: 'unset',
        data: { budget: object.displayName },
        fixes: () => [setPath(object.document, object.node, ['spec', 'unhealthyPodEvictionPolicy'], 'AlwaysAllow', OFFER)],
      });
    },
  },
});
