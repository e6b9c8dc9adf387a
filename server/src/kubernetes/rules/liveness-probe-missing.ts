import { isLongRunning } from '../model/long-running.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/liveness-probe-missing',
  title: 'Container without liveness probe',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'no-liveness-probe', relation: 'narrower', note: 'not in patches: containers without an image' }],
    checkov: [{ id: 'CKV_K8S_8', relation: 'equal' }],
    kubescape: [{ id: 'C-0056', relation: 'equal', aliases: ['configured-liveness-probe'] }],
    polaris: [{ id: 'livenessProbeMissing', relation: 'equal' }],
    kics: [
      {
        id: 'Liveness probe is not defined',
        relation: 'equal',
        aliases: ['ade74944-a674-4e00-859e-c6eab5bde441', 'liveness_probe_is_not_defined'],
      },
    ],
  },
  references: [
    {
      title: 'Liveness, readiness and startup probes',
      url: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
    },
  ],
  messages: {
    missing: 'Container `{container}` has no `livenessProbe`.',
  },
  visit: {
    container(context, container, workload) {
      if (container.role !== 'main' || !isLongRunning(workload)) return;
      if (container.livenessProbe.fields.value.kind !== 'absent') return;
      context.report({ at: container.at, message: 'missing', data: { container: container.label } });
    },
  },
});
