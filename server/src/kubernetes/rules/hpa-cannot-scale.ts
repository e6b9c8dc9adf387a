import { autoscalerOf } from '../model/disruption-budget.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/hpa-cannot-scale',
  title: 'Autoscaler that can not add pods',
  severity: 'info',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    polaris: [{ id: 'hpaMaxAvailability', relation: 'equal' }],
  },
  references: [
    {
      title: 'Horizontal pod autoscaling',
      url: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/',
    },
  ],
  messages: {
    fixed: '`maxReplicas: {max}` is not more than `minReplicas`: `{autoscaler}` can not add pods.',
  },
  visit: {
    object(context, object) {
      const scaler = autoscalerOf(object);
      if (scaler?.maxReplicas.kind !== 'known') return;
      const { maxReplicas, minReplicas } = scaler;
      const least = minReplicas.kind === 'known' ? minReplicas.value : minReplicas.kind === 'absent' ? 1 : undefined;
      if (least === undefined || maxReplicas.value > least) return;
      context.report({
        at: maxReplicas.at,
        message: 'fixed',
        data: { max: maxReplicas.value, autoscaler: object.displayName },
      });
    },
  },
});
