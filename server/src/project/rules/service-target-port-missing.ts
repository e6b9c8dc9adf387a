import { selectedPods } from '../pods.ts';
import { projectRule } from '../rule.ts';

export default projectRule({
  id: 'project/service-target-port-missing',
  title: 'Service to a port name that its pods do not have',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'invalid-target-ports', relation: 'related' }],
    kics: [
      {
        id: 'Service does not target a Pod',
        relation: 'equal',
        note: 'together with `service-without-pods`',
        aliases: ['3ca03a61-3249-4c16-8427-6f8e47dda729', 'service_does_not_target_pod'],
      },
    ],
  },
  references: [
    {
      title: 'Service, port definitions',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
    },
  ],
  messages: {
    missing: '`{service}` sends to the port `{port}`, and none of the pods that it selects has a port of that name.',
  },
  visit: {
    object(context, object, unit) {
      const { service, namespace, displayName } = object.facts;
      const selector = service?.selector;
      if (!service || !selector || selector.requirements.length === 0) return;
      const { certain, isOpen } = selectedPods(unit, selector, namespace);
      if (certain.length === 0 || isOpen || certain.some(({ workload }) => workload.portsOpen)) return;
      for (const { target, protocol, at } of service.ports) {
        const has = certain.some(({ workload }) =>
          workload.ports.some(
            ({ name, protocol: own }) => name === undefined || (name === target && (!protocol || !own || own === protocol)),
          ),
        );
        if (typeof target !== 'string' || has) continue;
        context.report({
          at: object.place(at),
          message: 'missing',
          data: { service: displayName, port: target },
          related: certain.slice(0, 3).map(({ object: pods, workload }) => ({
            at: pods.place(workload.at),
            message: `It selects \`${workload.displayName}\`.`,
          })),
        });
      }
    },
  },
});
