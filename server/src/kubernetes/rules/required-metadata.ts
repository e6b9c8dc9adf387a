import { stringsOption } from '../../core/options.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/required-metadata',
  title: 'Workload without the labels that the team asks for',
  severity: 'low',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  options: {
    labels: stringsOption('Labels that every workload must have: `owner`. Empty: none.'),
    annotations: stringsOption('Annotations that every workload must have: `email`. Empty: none.'),
    forbidden: stringsOption('Labels and annotations that no workload may have. Empty: none.'),
  },
  equivalents: {
    'kube-linter': [
      { id: 'required-label-owner', relation: 'narrower', note: 'off until labels are configured' },
      { id: 'required-annotation-email', relation: 'narrower', note: 'off until annotations are configured' },
      { id: 'forbidden-annotation', relation: 'narrower', note: 'off until annotations are configured' },
    ],
    kubescape: [
      { id: 'C-0076', relation: 'narrower', note: 'off until labels are configured', aliases: ['label-usage-for-resources'] },
    ],
  },
  references: [
    { title: 'Labels and selectors', url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/' },
  ],
  messages: {
    label: '`{object}` has no label `{key}`.',
    annotation: '`{object}` has no annotation `{key}`.',
    forbidden: '`{object}` has `{key}`, which is not allowed.',
  },
  visit: {
    object(context, object) {
      if (object.workloads.length === 0 || object.workloads.some(({ partial }) => partial)) return;
      const { labels, annotations, forbidden } = context.options;
      const { fields } = object.metadata;
      for (const key of labels)
        if (fields.mapping('labels').field(key).kind === 'absent')
          context.report({ at: object.at, message: 'label', data: { object: object.displayName, key } });
      for (const key of annotations)
        if (fields.mapping('annotations').field(key).kind === 'absent')
          context.report({ at: object.at, message: 'annotation', data: { object: object.displayName, key } });
      for (const { key, keyAt } of [...object.metadata.labels, ...object.metadata.annotations])
        if (forbidden.includes(key))
          context.report({ at: keyAt, message: 'forbidden', data: { object: object.displayName, key } });
    },
  },
});
