import { valueOf } from '../../core/value.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/privileged-container-port',
  title: 'Port below 1024 in a container',
  severity: 'info',
  confidence: 'medium',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'privileged-ports', relation: 'equal', note: 'together with `ssh-port`' }],
    trivy: [
      {
        id: 'KSV-0117',
        relation: 'equal',
        note: 'together with `ssh-port`',
        aliases: ['AVD-KSV-0117', 'KSV117', 'no-privilege-port-binding'],
      },
    ],
  },
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'capabilities(7): CAP_NET_BIND_SERVICE', url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html' },
  ],
  messages: {
    low: 'Container `{container}` listens on port `{port}`, for which some runtimes ask for root or `NET_BIND_SERVICE`.',
  },
  visit: {
    container(context, container) {
      for (const { containerPort, protocol } of container.ports.items) {
        const port = valueOf(containerPort) ?? 0;
        const isSsh = port === 22 && (protocol.kind === 'absent' || valueOf(protocol) === 'TCP');
        if (port < 1 || port > 1023 || isSsh) continue;
        context.report({ at: containerPort.at, message: 'low', data: { container: container.label, port } });
      }
    },
  },
});
