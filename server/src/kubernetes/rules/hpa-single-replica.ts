import { autoscalerOf } from '../model/disruption-budget.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/hpa-single-replica',
  title: 'Autoscaler that goes down to one replica',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    polaris: [{ id: 'hpaMinAvailability', relation: 'equal' }],
    'kube-linter': [{ id: 'hpa-minimum-three-replicas', relation: 'narrower', note: 'two replicas are enough' }],
    'kube-score': [{ id: 'horizontalpodautoscaler-replicas', relation: 'equal' }],
  },
  references: [
    {
      title: 'Horizontal pod autoscaling',
      url: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/',
    },
  ],
  messages: {
    one: '`{autoscaler}` goes down to {count}: the program is away while its only pod is replaced.',
  },
  visit: {
    object(context, object) {
      const minReplicas = autoscalerOf(object)?.minReplicas;
      if (minReplicas?.kind !== 'absent' && (minReplicas?.kind !== 'known' || minReplicas.value > 1)) return;
      const count = minReplicas.kind === 'known' ? minReplicas.value : 1;
      context.report({
        at: minReplicas.kind === 'known' ? minReplicas.at : object.at,
        message: 'one',
        data: { autoscaler: object.displayName, count: count === 1 ? 'one pod' : 'no pod' },
      });
    },
  },
});
