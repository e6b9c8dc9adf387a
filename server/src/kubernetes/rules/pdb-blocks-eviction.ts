import { budgetOf } from '../model/disruption-budget.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/pdb-blocks-eviction',
  title: 'Disruption budget that allows no eviction',
  severity: 'low',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-linter': [
      { id: 'pdb-max-unavailable', relation: 'equal' },
      {
        id: 'pdb-min-available',
        relation: 'narrower',
        note: 'only `100%`; how many replicas there are is another object’s matter',
      },
    ],
    polaris: [{ id: 'pdbDisruptionsIsZero', relation: 'equal' }],
  },
  references: [
    { title: 'Pod disruption budgets', url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/' },
    {
      title: 'Safely drain a node',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/',
    },
  ],
  messages: {
    none: '`{field}: {value}` allows no eviction: nodes with these pods can not be drained.',
  },
  visit: {
    object(context, object) {
      const budget = budgetOf(object);
      if (!budget) return;
      const { maxUnavailable, minAvailable } = budget;
      if (maxUnavailable.kind === 'known' && ['0', '0%'].includes(String(maxUnavailable.value)))
        context.report({
          at: maxUnavailable.at,
          message: 'none',
          data: { field: 'maxUnavailable', value: maxUnavailable.value },
        });
      if (minAvailable.kind === 'known' && minAvailable.value === '100%')
        context.report({ at: minAvailable.at, message: 'none', data: { field: 'minAvailable', value: minAvailable.value } });
    },
  },
});
