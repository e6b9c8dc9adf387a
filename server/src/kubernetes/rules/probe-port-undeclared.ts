import { undeclaredProbePorts } from '../model/probe-port.ts';
import { kubernetesRule } from '../rule.ts';

const NOTE = 'not for probes of another host, and not for port numbers on the network of the node';

export default kubernetesRule({
  id: 'kubernetes/probe-port-undeclared',
  title: 'Probe of a port that the container does not declare',
  severity: 'info',
  confidence: 'medium',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-linter': [
      { id: 'liveness-port', relation: 'narrower', note: NOTE },
      { id: 'readiness-port', relation: 'narrower', note: NOTE },
      { id: 'startup-port', relation: 'narrower', note: NOTE },
    ],
  },
  references: [
    {
      title: 'Liveness, readiness and startup probes',
      url: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
    },
  ],
  messages: {
    name: '`{probe}` asks port `{port}`, which container `{container}` does not name: the probe always fails.',
    number: '`{probe}` asks port {port}, which container `{container}` does not declare.',
  },
  visit: {
    container(context, container) {
      for (const { probe, port, at } of undeclaredProbePorts(container)) {
        const isName = typeof port === 'string';
        context.report({
          at,
          message: isName ? 'name' : 'number',
          ...(isName && { severity: 'medium' }),
          data: { probe, port, container: container.label },
        });
      }
    },
  },
});
