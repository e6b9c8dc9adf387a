import { valueOf } from '../../core/value.ts';
import { kubernetesRule } from '../rule.ts';

const KINDS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

export default kubernetesRule({
  id: 'kubernetes/selector-mismatch',
  title: 'Selector that does not match its own pods',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'mismatching-selector', relation: 'narrower', note: 'a selector that is missing is not reported' }],
    kubescape: [
      {
        id: 'C-0296',
        relation: 'narrower',
        note: 'a selector that is missing is not reported',
        aliases: ['mismatching-selector'],
      },
    ],
    'kube-score': [{ id: 'statefulset-pod-selector-labels-match-template-metadata-labels', relation: 'equal' }],
  },
  references: [
    { title: 'Labels and selectors', url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/' },
  ],
  messages: {
    differs: 'The pods have no label `{label}` with this value, so the API server refuses `{workload}`.',
  },
  visit: {
    workload(context, workload) {
      const { object, partial, metadata } = workload;
      const labels = metadata.fields.mapping('labels');
      const isUnknown = labels.value.kind === 'dynamic' || labels.value.kind === 'invalid' || labels.node?.open === true;
      if (!KINDS.has(object.kind) || partial || isUnknown) return;
      const wanted = object.fields.mapping('spec').mapping('selector').mapping('matchLabels');
      for (const { key, value } of wanted.entries()) {
        const own = metadata.labels.find((label) => label.key === key)?.value;
        if (value.kind !== 'known' || (own && own.kind !== 'known') || (own && valueOf(own) === value.value)) continue;
        context.report({ at: value.at, message: 'differs', data: { label: key, workload: object.displayName } });
      }
    },
  },
});
