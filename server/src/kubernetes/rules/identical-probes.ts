import { atKey } from '../model/at-key.ts';
import { isSameCheck } from '../model/probe-port.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/identical-probes',
  title: 'Liveness and readiness probe that ask the same',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-score': [{ id: 'pod-probes-identical', relation: 'wider', note: 'also where no Service selects the pod' }],
  },
  references: [
    {
      title: 'Liveness, readiness and startup probes',
      url: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
    },
  ],
  messages: {
    same: 'The liveness probe of container `{container}` asks the same as its readiness probe.',
  },
  visit: {
    container(context, container) {
      const { livenessProbe, readinessProbe } = container;
      if (!isSameCheck(livenessProbe, readinessProbe)) return;
      const { value } = livenessProbe.fields;
      context.report({
        at: atKey(value.at),
        message: 'same',
        data: { container: container.label },
        related: [{ at: atKey(readinessProbe.fields.value.at), message: 'The readiness probe.' }],
      });
    },
  },
});
