import { kubernetesRule } from '../rule.ts';

const KINDS = new Set(['Deployment', 'DeploymentConfig']);
const ROLLING = new Set(['RollingUpdate', 'Rolling', 'Custom']);

export default kubernetesRule({
  id: 'kubernetes/recreate-strategy',
  title: 'Update that stops all pods first',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'no-rolling-update-strategy', relation: 'equal' }],
    'kube-score': [{ id: 'deployment-strategy', relation: 'wider', note: 'also where no Service selects its pods' }],
  },
  references: [
    { title: 'Deployment strategy', url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy' },
  ],
  messages: {
    stops: 'With `{strategy}` an update stops all pods before it starts new ones.',
  },
  visit: {
    object(context, object) {
      if (!KINDS.has(object.kind)) return;
      const type = object.fields.mapping('spec').mapping('strategy').string('type');
      if (type.kind !== 'known' || ROLLING.has(type.value)) return;
      context.report({ at: type.at, message: 'stops', data: { strategy: type.value } });
    },
  },
});
