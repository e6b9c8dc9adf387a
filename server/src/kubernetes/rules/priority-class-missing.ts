import { setPodFieldAbove } from '../edit/fields.ts';
import { kubernetesRule } from '../rule.ts';

const TO_COMPLETE = 'CHANGE-ME';

export default kubernetesRule({
  id: 'kubernetes/priority-class-missing',
  title: 'Pods without priority class',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    polaris: [{ id: 'priorityClassNotSet', relation: 'equal' }],
  },
  references: [
    {
      title: 'Pod priority and preemption',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
    },
  ],
  messages: {
    missing: '`{workload}` has no `priorityClassName`.',
  },
  visit: {
    workload(context, workload) {
      if (workload.certainty !== 'known' || workload.spec.field('priorityClassName').kind !== 'absent') return;
      if (workload.spec.field('priority').kind !== 'absent') return;
      context.report({
        at: workload.at,
        message: 'missing',
        data: { workload: workload.displayName },
        fixes: () => {
          const offer = {
            title: 'Name a priority class',
            safety: 'placeholder',
            caution: 'The PriorityClass has to exist, or the pods are refused.',
          } as const;
          const fix = setPodFieldAbove(workload, 'priorityClassName', TO_COMPLETE, offer);
          return ['refused' in fix ? fix : { ...fix, select: TO_COMPLETE }];
        },
      });
    },
  },
});
