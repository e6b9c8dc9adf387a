import { setField } from '../edit/objects.ts';
import { listenersOf } from '../model/gateway.ts';
import { kubernetesRule } from '../rule.ts';

const OFFER = {
  title: 'Take routes from the own namespace only: `from: Same`',
  safety: 'hardening',
  caution: 'Routes of other namespaces are detached; use `Selector` where some of them are needed.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/gateway-routes-from-all',
  title: 'Gateway that takes routes from every namespace',
  severity: 'medium',
  confidence: 'medium',
  category: 'access-control',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    {
      title: 'Gateway API: cross-namespace routing',
      url: 'https://gateway-api.sigs.k8s.io/guides/multiple-ns/',
    },
    { title: 'CWE-284', url: 'https://cwe.mitre.org/data/definitions/284.html' },
  ],
  messages: {
    all: 'Listener `{listener}` takes routes from every namespace{host}.',
  },
  visit: {
    object(context, object) {
      for (const { name, hostname, routesFrom, namespaces } of listenersOf(object)?.listeners ?? []) {
        if (routesFrom.kind !== 'known' || routesFrom.value !== 'All' || hostname.kind === 'dynamic') continue;
        const isAny = hostname.kind !== 'known' || hostname.value.startsWith('*');
        context.report({
          at: routesFrom.at,
          message: 'all',
          data: { listener: name, host: isAny ? ', for hosts of their choice' : '' },
          ...(!isAny && { severity: 'low' }),
          fixes: () => [setField(object, namespaces, 'from', 'Same', OFFER)],
        });
      }
    },
  },
});
