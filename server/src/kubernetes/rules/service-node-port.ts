import { replaceKey } from '../edit/paths.ts';
import { serviceOf } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/service-node-port',
  title: 'Service on a port of every node',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'kube-linter': [{ id: 'exposed-services', relation: 'wider', note: 'together with `service-public-load-balancer`' }],
    'kube-score': [{ id: 'service-type', relation: 'equal' }],
    kics: [{ id: 'Service type is NodePort', relation: 'equal' }],
  },
  references: [
    { title: 'Service type NodePort', url: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport' },
  ],
  messages: {
    nodePort: '`{service}` opens a port on every node, past load balancers and their firewalls.',
  },
  visit: {
    object(context, object) {
      const service = serviceOf(object);
      if (service?.type.kind !== 'known' || service.type.value !== 'NodePort') return;
      context.report({
        at: service.type.at,
        message: 'nodePort',
        data: { service: object.displayName },
        fixes: () => [
          replaceKey(object, service.spec, 'type', 'ClusterIP', {
            title: 'Set `type: ClusterIP`',
            safety: 'hardening',
            caution: 'Clients outside the cluster no longer reach it, and a `nodePort` of its ports has to go.',
          }),
        ],
      });
    },
  },
});
