import { named } from '../pods.ts';
import { projectRule } from '../rule.ts';

/** Kinds that make Secrets or ConfigMaps in the cluster, under a name that no Secret bears in the manifests. */
const MAKERS: Readonly<Record<'ConfigMap' | 'Secret', readonly string[]>> = {
  ConfigMap: ['Bundle'],
  Secret: [
    'SealedSecret',
    'ExternalSecret',
    'ClusterExternalSecret',
    'Certificate',
    'VaultStaticSecret',
    'OnePasswordItem',
    'SecretProviderClass',
  ],
};

export default projectRule({
  id: 'project/referenced-config-missing',
  title: 'ConfigMap or Secret that is not there',
  severity: 'info',
  confidence: 'low',
  category: 'correctness',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'env-value-from', relation: 'equal', note: 'together with `referenced-key-missing`' }],
  },
  references: [
    {
      title: 'Configure a Pod to Use a ConfigMap',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/',
    },
  ],
  messages: {
    missing: 'No manifest beside this one makes the {kind} `{name}` that the container `{container}` needs to start.',
  },
  visit: {
    workload(context, workload, object, unit) {
      for (const { kind, name, container, at } of workload.references) {
        const { found, isOpen } = named(unit, kind, name, object.facts.namespace);
        const isMade = MAKERS[kind].some((maker) => unit.ofKind(maker).length > 0);
        if (found.length > 0 || isOpen || isMade) continue;
        context.report({ at: object.place(at), message: 'missing', data: { kind, name, container } });
      }
    },
  },
});
