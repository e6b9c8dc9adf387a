import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/cronjob-deadline-missing',
  title: 'CronJob without deadline for its start',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-score': [{ id: 'cronjob-has-deadline', relation: 'equal' }],
    kics: [
      {
        id: 'CronJob deadline not configured',
        relation: 'equal',
        aliases: ['192fe40b-b1c3-448a-aba2-6cc19a300fe3', 'cronjob_deadline_not_configured'],
      },
    ],
  },
  references: [
    {
      title: 'CronJob: deadline for delayed job start',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline',
    },
  ],
  messages: {
    missing: '`{name}` has no `startingDeadlineSeconds`: after 100 missed starts it does not start again.',
  },
  visit: {
    object(context, object) {
      if (object.kind !== 'CronJob' || ![undefined, 'batch'].includes(object.group)) return;
      const spec = object.fields.mapping('spec');
      if (!spec.present || spec.field('startingDeadlineSeconds').kind !== 'absent') return;
      context.report({ at: object.at, message: 'missing', data: { name: object.displayName } });
    },
  },
});
