import { valueOf } from '../../core/value.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/ssh-port',
  title: 'SSH server in a container',
  severity: 'low',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-linter': [
      { id: 'ssh-port', relation: 'equal' },
      { id: 'privileged-ports', relation: 'equal', note: 'together with `privileged-container-port`' },
    ],
    trivy: [
      {
        id: 'KSV-0117',
        relation: 'equal',
        note: 'together with `privileged-container-port`',
        aliases: ['AVD-KSV-0117', 'KSV117', 'no-privilege-port-binding'],
      },
    ],
    kubescape: [{ id: 'C-0042', relation: 'related', aliases: ['rule-can-ssh-to-pod-v1'] }],
  },
  references: [
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    { title: 'MITRE T1021.004', url: 'https://attack.mitre.org/techniques/T1021/004/' },
  ],
  messages: {
    ssh: 'Container `{container}` listens on port 22, where SSH servers are.',
  },
  visit: {
    container(context, container) {
      for (const { containerPort, protocol } of container.ports.items) {
        if (valueOf(containerPort) !== 22 || (protocol.kind !== 'absent' && valueOf(protocol) !== 'TCP')) continue;
        context.report({ at: containerPort.at, message: 'ssh', data: { container: container.label } });
      }
    },
  },
});
