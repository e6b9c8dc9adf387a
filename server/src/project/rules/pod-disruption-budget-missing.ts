import { projectRule } from '../rule.ts';
import { selects } from '../selectors.ts';
import { mayShareNamespace } from '../unit.ts';

const KINDS = new Set(['Deployment', 'StatefulSet']);

export default projectRule({
  id: 'project/pod-disruption-budget-missing',
  title: 'Replicas that may all be evicted at once',
  severity: 'info',
  confidence: 'medium',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-score': [
      { id: 'deployment-has-poddisruptionbudget', relation: 'narrower', note: 'a single pod has nothing to keep' },
      { id: 'statefulset-has-poddisruptionbudget', relation: 'narrower', note: 'a single pod has nothing to keep' },
    ],
    polaris: [{ id: 'missingPodDisruptionBudget', relation: 'narrower', note: 'a single pod has nothing to keep' }],
    kics: [
      {
        id: 'Deployment without PodDisruptionBudget',
        relation: 'wider',
        note: 'also where only some labels of the selector match',
        aliases: ['b23e9b98-0cb6-4fc9-b257-1f3270442678', 'deployment_without_pod_disruption_budget'],
      },
      {
        id: 'StatefulSet without PodDisruptionBudget',
        relation: 'wider',
        note: 'also where only some labels of the selector match',
        aliases: ['1db3a5a5-bf75-44e5-9e44-c56cfc8b1ac5', 'statefulset_without_pod_disruption_budget'],
      },
    ],
  },
  references: [{ title: 'Disruptions', url: 'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/' }],
  messages: {
    missing: 'No PodDisruptionBudget selects the pods of `{workload}`: draining nodes may stop all {replicas} at once.',
  },
  visit: {
    workload(context, workload, object, unit) {
      const { kind, replicas, namespace } = object.facts;
      if (!KINDS.has(kind) || !replicas || replicas < 2) return;
      const isKept = unit
        .ofKind('PodDisruptionBudget')
        .some(
          ({ facts }) =>
            mayShareNamespace(facts.namespace, namespace) &&
            (facts.selectors ?? []).some((selector) => selects(selector, workload.labels) !== 'no'),
        );
      if (isKept) return;
      context.report({ at: object.place(workload.at), message: 'missing', data: { workload: workload.displayName, replicas } });
    },
  },
});
