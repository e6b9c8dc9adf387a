import { valueOf } from '../../core/value.ts';
import { removeFields } from '../edit.ts';
import { kubernetesRule } from '../rule.ts';

const NOTE = 'also init and ephemeral containers and kinds it does not know';

export default kubernetesRule({
  id: 'kubernetes/host-port',
  title: 'Port of the host opened',
  severity: 'medium',
  confidence: 'high',
  category: 'host-access',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [{ id: 'hostPorts', relation: 'equal' }],
    trivy: [{ id: 'KSV-0024', relation: 'wider', note: NOTE, aliases: ['AVD-KSV-0024', 'KSV024', 'no-host-port-access'] }],
    checkov: [{ id: 'CKV_K8S_26', relation: 'wider', note: NOTE, aliases: ['HostPort'] }],
    kubescape: [{ id: 'C-0044', relation: 'wider', note: NOTE, aliases: ['container-hostPort'] }],
    polaris: [{ id: 'hostPortSet', relation: 'wider', note: NOTE }],
  },
  references: [
    { title: 'PSS baseline: host ports', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline' },
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    { title: 'CIS Kubernetes 5.2.13' },
  ],
  messages: {
    open: 'Container `{container}` opens port `{port}` on every node that it runs on.',
    local: 'Container `{container}` opens port `{port}` on `{address}` of every node that it runs on.',
  },
  visit: {
    container(context, container) {
      for (const { hostPort, hostIP, fields } of container.ports.items) {
        if (hostPort.kind !== 'known' || hostPort.value === 0) continue;
        const address = valueOf(hostIP) ?? '';
        const isLocal = address === '::1' || address.startsWith('127.');
        context.report({
          at: hostPort.at,
          message: isLocal ? 'local' : 'open',
          severity: isLocal ? 'low' : 'medium',
          data: { container: container.label, port: hostPort.value, address },
          fixes: () => [
            removeFields(container, fields, ['hostPort', 'hostIP'], {
              title: 'Remove `hostPort`',
              safety: 'hardening',
              caution: 'Whoever reached the program at the address of the node needs a Service instead.',
            }),
          ],
        });
      }
    },
  },
});
