import { isSpreadByAffinity, isSpreadByConstraints, replicasOf } from '../model/spread.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/replicas-not-spread',
  title: 'Replicas that may all run on one node',
  severity: 'info',
  confidence: 'medium',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-linter': [
      { id: 'no-anti-affinity', relation: 'narrower', note: 'not where topology spread constraints spread the pods' },
    ],
    'kube-score': [
      {
        id: 'deployment-has-host-podantiaffinity',
        relation: 'narrower',
        note: 'not where topology spread constraints spread the pods',
      },
      {
        id: 'statefulset-has-host-podantiaffinity',
        relation: 'narrower',
        note: 'not where topology spread constraints spread the pods',
      },
    ],
    polaris: [
      {
        id: 'topologySpreadConstraint',
        relation: 'narrower',
        note: 'not for one replica, and not where anti-affinity spreads them',
      },
    ],
    kics: [
      {
        id: 'Deployment without podAntiAffinity',
        relation: 'narrower',
        note: 'not where topology spread constraints spread the pods',
        aliases: ['a31b7b82-d994-48c4-bd21-3bab6c31827a', 'deployment_has_no_pod_anti_affinity'],
      },
    ],
  },
  references: [
    {
      title: 'Pod topology spread constraints',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
    },
    {
      title: 'Inter-pod affinity and anti-affinity',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
    },
  ],
  messages: {
    together: 'The {replicas} pods of `{workload}` may all run on the same node.',
  },
  visit: {
    workload(context, workload) {
      const replicas = replicasOf(workload);
      if (replicas === undefined || replicas < 2) return;
      if (isSpreadByAffinity(workload) || isSpreadByConstraints(workload)) return;
      context.report({ at: workload.at, message: 'together', data: { workload: workload.displayName, replicas } });
    },
  },
});
