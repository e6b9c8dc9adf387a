import { named } from '../pods.ts';
import { projectRule } from '../rule.ts';

export default projectRule({
  id: 'project/referenced-key-missing',
  title: 'Key that its ConfigMap or Secret does not have',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'env-value-from', relation: 'equal', note: 'together with `referenced-config-missing`' }],
  },
  references: [
    {
      title: 'Configure a Pod to Use a ConfigMap',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/',
    },
  ],
  messages: {
    missing: 'The {kind} `{name}` has no key `{key}`: the container `{container}` is not started.',
  },
  visit: {
    workload(context, workload, object, unit) {
      for (const { kind, name, key, container, at } of workload.references) {
        if (key === undefined) continue;
        const { found } = named(unit, kind, name, object.facts.namespace);
        const lacks = found.every(({ facts: { keys } }) => keys && !keys.open && !keys.names.includes(key));
        if (found.length === 0 || !lacks) continue;
        context.report({
          at: object.place(at),
          message: 'missing',
          data: { kind, name, key, container },
          related: found.map((other) => ({
            at: other.place(other.facts.at),
            message: `\`${other.facts.displayName}\` is here.`,
          })),
        });
      }
    },
  },
});
