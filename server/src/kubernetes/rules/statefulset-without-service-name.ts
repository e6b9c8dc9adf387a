import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/statefulset-without-service-name',
  title: 'StatefulSet whose pods have no names of their own',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    kics: [
      {
        id: 'StatefulSet without service name',
        relation: 'narrower',
        note: 'whether the Service exists is another object’s matter',
        aliases: ['bb241e61-77c3-4b97-9575-c0f8a1e008d0', 'statefulset_without_service_name'],
      },
    ],
    'kube-score': [
      { id: 'statefulset-has-servicename', relation: 'narrower', note: 'whether the Service exists is another object’s matter' },
    ],
  },
  references: [
    {
      title: 'StatefulSets: stable network ID',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
    },
  ],
  messages: {
    missing: '`{set}` has no `serviceName`: its pods get no DNS names of their own.',
  },
  visit: {
    workload(context, workload) {
      const { object } = workload;
      if (object.kind !== 'StatefulSet' || workload.certainty !== 'known' || workload.partial) return;
      const name = object.fields.mapping('spec').string('serviceName');
      if (name.kind !== 'absent' && !(name.kind === 'known' && name.value === '')) return;
      context.report({ at: object.at, message: 'missing', data: { set: object.displayName } });
    },
  },
});
