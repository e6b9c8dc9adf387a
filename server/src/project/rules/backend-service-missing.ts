import { named } from '../pods.ts';
import { projectRule } from '../rule.ts';

export default projectRule({
  id: 'project/backend-service-missing',
  title: 'Route to a Service that is not there',
  severity: 'low',
  confidence: 'medium',
  category: 'correctness',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'dangling-ingress', relation: 'equal' }],
    'kube-score': [{ id: 'ingress-targets-service', relation: 'equal' }],
    kubescape: [
      { id: 'C-0298', relation: 'equal', aliases: ['dangling-ingress-backend'] },
      { id: 'C-0302', relation: 'equal', aliases: ['dangling-gateway-backend'] },
    ],
  },
  references: [
    { title: 'Ingress', url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/' },
    { title: 'Gateway API', url: 'https://gateway-api.sigs.k8s.io/' },
  ],
  messages: {
    missing: '`{route}` sends to the Service `{service}`, which no manifest beside this one makes.',
    port: '`{route}` sends to port `{port}` of the Service `{service}`, which has no such port.',
  },
  visit: {
    object(context, object, unit) {
      const { displayName, namespace } = object.facts;
      for (const { service, namespace: place, port, at } of object.facts.backends ?? []) {
        const { found, isOpen } = named(unit, 'Service', service, place || namespace);
        const data = { route: displayName, service };
        if (found.length === 0 && !isOpen) context.report({ at: object.place(at), message: 'missing', data });
        if (port === undefined || found.length === 0) continue;
        const has = found.some(({ facts }) =>
          facts.service?.ports.some(
            ({ number, name }) => number === undefined || number === port || name === undefined || name === port,
          ),
        );
        if (!has) context.report({ at: object.place(at), message: 'port', data: { ...data, port } });
      }
    },
  },
});
