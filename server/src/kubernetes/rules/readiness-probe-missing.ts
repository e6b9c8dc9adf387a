import { isLongRunning } from '../model/long-running.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/readiness-probe-missing',
  title: 'Container without readiness probe',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'no-readiness-probe', relation: 'narrower', note: 'not in patches: containers without an image' }],
    checkov: [{ id: 'CKV_K8S_9', relation: 'equal' }],
    kubescape: [{ id: 'C-0018', relation: 'equal' }],
    polaris: [{ id: 'readinessProbeMissing', relation: 'equal' }],
    kics: [{ id: 'Readiness probe is not configured', relation: 'equal' }],
    'kube-score': [{ id: 'pod-probes', relation: 'wider', note: 'also pods that no Service selects' }],
  },
  references: [
    {
      title: 'Liveness, readiness and startup probes',
      url: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
    },
  ],
  messages: {
    missing: 'Container `{container}` has no `readinessProbe`.',
  },
  visit: {
    container(context, container, workload) {
      if (container.role !== 'main' || !isLongRunning(workload)) return;
      if (container.readinessProbe.fields.value.kind !== 'absent') return;
      context.report({ at: container.at, message: 'missing', data: { container: container.label } });
    },
  },
});
