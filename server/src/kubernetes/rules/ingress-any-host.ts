import { ingressOf } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/ingress-any-host',
  title: 'Ingress for every host name',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [{ title: 'Ingress rules', url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules' }],
  messages: {
    any: '`{ingress}` answers for every host name that no other Ingress has.',
    wildcard: '`{ingress}` answers for all names of `{host}`.',
  },
  visit: {
    object(context, object) {
      for (const { host, at } of ingressOf(object)?.rules.items ?? []) {
        const data = { ingress: object.displayName };
        if (host.kind === 'absent' || (host.kind === 'known' && host.value === '')) context.report({ at, message: 'any', data });
        else if (host.kind === 'known' && host.value.startsWith('*'))
          context.report({ at, message: 'wildcard', data: { ...data, host: host.value } });
      }
    },
  },
});
