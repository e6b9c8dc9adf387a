import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/job-ttl-missing',
  title: 'Job that stays after its end',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-linter': [
      { id: 'job-ttl-seconds-after-finished', relation: 'narrower', note: 'jobs of a CronJob have its history limits' },
    ],
  },
  references: [
    {
      title: 'Automatic cleanup for finished jobs',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/',
    },
  ],
  messages: {
    missing: '`{job}` has no `ttlSecondsAfterFinished`: it and its pods stay after its end.',
  },
  visit: {
    object(context, object) {
      if (object.kind !== 'Job' || ![undefined, 'batch'].includes(object.group)) return;
      const spec = object.fields.mapping('spec');
      if (!spec.present || spec.field('ttlSecondsAfterFinished').kind !== 'absent') return;
      context.report({ at: object.at, message: 'missing', data: { job: object.displayName } });
    },
  },
});
