import { allowedTraffic } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/network-policy-allow-all',
  title: 'NetworkPolicy that lets everyone in',
  severity: 'medium',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    kics: [{ id: 'Pod misconfigured network policy', relation: 'related', note: 'it asks whether a policy matches a pod' }],
  },
  references: [
    {
      title: 'Network policies: allow all',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#allow-all-ingress-traffic',
    },
  ],
  messages: {
    any: 'This policy allows `{direction}` traffic with everyone, so it limits nothing.',
    pods: 'This policy allows `{direction}` traffic with all pods of all namespaces.',
    world: 'This policy allows `{direction}` traffic with every address.',
  },
  visit: {
    object(context, object) {
      for (const { direction, at, reach } of allowedTraffic(object)) {
        if (reach === 'some' || (direction === 'egress' && reach === 'all-pods')) continue;
        const message = reach === 'any' ? 'any' : reach === 'world' ? 'world' : 'pods';
        context.report({ at, message, severity: direction === 'egress' ? 'low' : 'medium', data: { direction } });
      }
    },
  },
});
