import { budgetOf } from '../model/disruption-budget.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/pdb-without-budget',
  title: 'Disruption budget that protects nothing',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-score': [{ id: 'poddisruptionbudget-has-policy', relation: 'equal' }],
  },
  references: [{ title: 'Pod disruption budgets', url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/' }],
  messages: {
    nothing: '`{budget}` has neither `minAvailable` nor `maxUnavailable`: all pods may be evicted at once.',
    both: 'The API server refuses `{budget}`: it has `minAvailable` and `maxUnavailable`.',
  },
  visit: {
    object(context, object) {
      const budget = budgetOf(object);
      if (!budget) return;
      const { maxUnavailable, minAvailable } = budget;
      const data = { budget: object.displayName };
      if (maxUnavailable.kind === 'absent' && minAvailable.kind === 'absent')
        context.report({ at: object.at, message: 'nothing', data });
      if (maxUnavailable.kind === 'known' && minAvailable.kind === 'known')
        context.report({ at: maxUnavailable.at, message: 'both', data });
    },
  },
});
