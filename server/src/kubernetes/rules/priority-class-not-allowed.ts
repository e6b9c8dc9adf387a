import { stringsOption } from '../../core/options.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/priority-class-not-allowed',
  title: 'Priority class that is not allowed',
  severity: 'low',
  confidence: 'high',
  category: 'resources',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  options: {
    classes: stringsOption('Priority classes that pods may name. Empty: every class.'),
  },
  equivalents: {
    'kube-linter': [{ id: 'priority-class-name', relation: 'narrower', note: 'off until classes are configured' }],
  },
  references: [
    {
      title: 'Pod priority and preemption',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
    },
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
  ],
  messages: {
    other: '`{name}` is none of the priority classes that are allowed.',
  },
  visit: {
    workload(context, workload) {
      const { classes } = context.options;
      const name = workload.spec.string('priorityClassName');
      if (classes.length === 0 || name.kind !== 'known' || name.value === '' || classes.includes(name.value)) return;
      context.report({ at: name.at, message: 'other', data: { name: name.value } });
    },
  },
});
