import { valueOf } from '../../core/value.ts';
import { Mapping } from '../model/mapping.ts';
import { serviceOf } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

/** 22, and what is used in its place by programs that may not open it. */
const SSH_PORTS = new Set<number | string>([22, 2222]);

export default kubernetesRule({
  id: 'kubernetes/ssh-port',
  title: 'SSH server in a pod',
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
    kubescape: [
      {
        id: 'C-0042',
        relation: 'wider',
        note: 'also containers, and Services whose pods are not known',
        aliases: ['rule-can-ssh-to-pod-v1'],
      },
    ],
  },
  references: [
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    { title: 'MITRE T1021.004', url: 'https://attack.mitre.org/techniques/T1021/004/' },
  ],
  messages: {
    service: '`{service}` forwards to port {port}, where SSH servers are.',
    ssh: 'Container `{container}` listens on port 22, where SSH servers are.',
  },
  visit: {
    object(context, object) {
      const { spec } = serviceOf(object) ?? {};
      const ports = spec?.list('ports', (node) => Mapping.of(node, spec.home)).items ?? [];
      for (const fields of ports) {
        const port = fields.field('targetPort').kind === 'absent' ? fields.integer('port') : fields.intOrString('targetPort');
        if (port.kind !== 'known' || !SSH_PORTS.has(port.value)) continue;
        context.report({ at: port.at, message: 'service', data: { service: object.displayName, port: port.value } });
      }
    },
    container(context, container) {
      for (const { containerPort, protocol } of container.ports.items) {
        if (valueOf(containerPort) !== 22 || (protocol.kind !== 'absent' && valueOf(protocol) !== 'TCP')) continue;
        context.report({ at: containerPort.at, message: 'ssh', data: { container: container.label } });
      }
    },
  },
});
