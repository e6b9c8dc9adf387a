import { projectRule } from '../rule.ts';
import { mayShareNamespace } from '../unit.ts';

export default projectRule({
  id: 'project/namespace-without-quota',
  title: 'Namespace without a limit on resources',
  severity: 'info',
  confidence: 'medium',
  category: 'resources',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    kics: [
      {
        id: 'Pod or container without LimitRange',
        relation: 'narrower',
        note: 'told once, at a Namespace that pods of the same manifests run in',
        aliases: ['4a20ebac-1060-4c81-95d1-1f7f620e983b', 'pod_or_container_without_limit_range'],
      },
      {
        id: 'Pod or container without ResourceQuota',
        relation: 'narrower',
        note: 'told once, at a Namespace that pods of the same manifests run in',
        aliases: ['48a5beba-e4c0-4584-a2aa-e6894e4cf424', 'pod_or_container_without_resource_quota'],
      },
    ],
  },
  references: [
    { title: 'Resource Quotas', url: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/' },
    { title: 'Limit Ranges', url: 'https://kubernetes.io/docs/concepts/policy/limit-range/' },
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
  ],
  messages: {
    LimitRange: 'No LimitRange gives the containers in `{namespace}` a limit that they do not set themselves.',
    ResourceQuota: 'No ResourceQuota bounds what all pods in `{namespace}` use together.',
  },
  visit: {
    object(context, object, unit) {
      const { kind, name } = object.facts;
      if (kind !== 'Namespace' || name === undefined) return;
      if (!unit.workloads.some((pods) => pods.object.facts.namespace === name)) return;
      for (const limit of ['LimitRange', 'ResourceQuota'] as const) {
        if (unit.ofKind(limit).some(({ facts }) => mayShareNamespace(facts.namespace, name))) continue;
        context.report({ at: object.place(object.facts.at), message: limit, data: { namespace: name } });
      }
    },
  },
});
