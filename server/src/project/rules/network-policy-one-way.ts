import { projectRule } from '../rule.ts';
import { selects } from '../selectors.ts';
import { mayShareNamespace } from '../unit.ts';

export default projectRule({
  id: 'project/network-policy-one-way',
  title: 'Pods that network policies isolate in one direction only',
  severity: 'info',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-score': [{ id: 'pod-networkpolicy', relation: 'equal', note: 'together with `pod-without-network-policy`' }],
    kics: [
      {
        id: 'Pod misconfigured network policy',
        relation: 'equal',
        aliases: ['0401f71b-9c1e-4821-ab15-a955caa621be', 'pod_misconfigured_network_policy'],
      },
    ],
    polaris: [
      {
        id: 'missingNetworkPolicy',
        relation: 'narrower',
        note: 'not where a policy denies a direction altogether; together with `pod-without-network-policy`',
      },
    ],
  },
  references: [
    { title: 'Network Policies', url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/' },
    { title: 'CIS Kubernetes 5.3.2' },
  ],
  messages: {
    egress: 'The network policies of `{workload}` leave its egress open: it may connect to anything.',
    ingress: 'The network policies of `{workload}` leave its ingress open: anything in the cluster may connect to it.',
  },
  visit: {
    workload(context, workload, object, unit) {
      // What Cilium's policies restrict depends on each of their rules.
      if (workload.hostNetwork || unit.objects.some(({ facts }) => facts.kind.startsWith('Cilium'))) return;
      const policies = unit
        .ofKind('NetworkPolicy')
        .filter(
          ({ facts }) =>
            mayShareNamespace(facts.namespace, object.facts.namespace) &&
            (facts.selectors ?? []).some((selector) => selects(selector, workload.labels) !== 'no'),
        );
      if (policies.length === 0) return;
      for (const direction of ['ingress', 'egress'] as const) {
        if (policies.some(({ facts }) => facts.directions?.[direction] !== false)) continue;
        context.report({
          at: object.place(workload.at),
          message: direction,
          data: { workload: workload.displayName },
          related: policies.slice(0, 3).map((policy) => ({
            at: policy.place(policy.facts.at),
            message: `\`${policy.facts.displayName}\` is for the other direction.`,
          })),
        });
      }
    },
  },
});
