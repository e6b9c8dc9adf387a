import { incompleteMetrics } from '../model/autoscaler-metric.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/hpa-metric-incomplete',
  title: 'Autoscaler metric that lacks a field',
  severity: 'info',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    kics: [
      {
        id: 'HPA targets invalid object',
        relation: 'wider',
        note: 'metrics of every type',
        aliases: ['2f652c42-619d-4361-b361-9f599688f8ca', 'hpa_targets_invalid_object'],
      },
    ],
  },
  references: [
    {
      title: 'HorizontalPodAutoscaler v2: MetricSpec',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/#HorizontalPodAutoscalerSpec',
    },
  ],
  messages: {
    incomplete: 'A metric of the type `{type}` needs `{field}`: the API server refuses `{autoscaler}`.',
  },
  visit: {
    object(context, object) {
      for (const { type, missing, at } of incompleteMetrics(object))
        context.report({ at, message: 'incomplete', data: { type, field: missing, autoscaler: object.displayName } });
    },
  },
});
