import { isScaled } from '../model/long-running.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/single-replica',
  title: 'Deployment with one replica',
  severity: 'info',
  confidence: 'medium',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    polaris: [{ id: 'deploymentMissingReplicas', relation: 'wider', note: 'also DeploymentConfigs and Rollouts' }],
    'kube-linter': [{ id: 'minimum-three-replicas', relation: 'narrower', note: 'two replicas are enough' }],
    'kube-score': [{ id: 'deployment-replicas', relation: 'wider', note: 'also where no Service selects its pods' }],
  },
  references: [{ title: 'Deployments', url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/' }],
  messages: {
    one: '`{workload}` runs one pod: it is away while that pod is replaced.',
  },
  visit: {
    workload(context, workload) {
      if (!isScaled(workload)) return;
      const replicas = workload.object.fields.mapping('spec').integer('replicas');
      const isOne = replicas.kind === 'known' && replicas.value === 1;
      if (!isOne && (replicas.kind !== 'absent' || workload.partial)) return;
      context.report({ at: isOne ? replicas.at : workload.object.at, message: 'one', data: { workload: workload.displayName } });
    },
  },
});
