import { valueOf } from '../../core/value.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/container-port-duplicated',
  title: 'Container port declared twice',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-score': [{ id: 'container-ports-check', relation: 'equal' }],
  },
  references: [
    {
      title: 'Container ports',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports',
    },
  ],
  messages: {
    name: 'The name `{name}` stands for more than one port of container `{container}`: the API server refuses the pod.',
    port: 'Port {port} of container `{container}` is declared more than once.',
    missing: 'The API server refuses a port without `containerPort`.',
  },
  visit: {
    container(context, container) {
      const seen = new Set<string>();
      const first = (key: string): boolean => !seen.has(key) && seen.add(key) !== undefined;
      for (const { name, containerPort, protocol, fields } of container.ports.items) {
        const data = { container: container.label };
        if (name.kind === 'known' && !first(`name ${name.value}`))
          context.report({ at: name.at, message: 'name', data: { ...data, name: name.value } });
        if (containerPort.kind === 'known' && protocol.kind !== 'dynamic') {
          const { value: port, at } = containerPort;
          if (!first(`port ${port} ${valueOf(protocol) ?? 'TCP'}`))
            context.report({ at, message: 'port', data: { ...data, port } });
        }
        if (containerPort.kind === 'absent') context.report({ at: fields.value.at, message: 'missing' });
      }
    },
  },
});
