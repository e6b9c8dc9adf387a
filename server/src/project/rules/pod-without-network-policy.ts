import { projectRule } from '../rule.ts';
import { selects } from '../selectors.ts';
import { mayShareNamespace } from '../unit.ts';

const POLICIES = ['NetworkPolicy', 'CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy'] as const;

export default projectRule({
  id: 'project/pod-without-network-policy',
  title: 'Pods that no network policy isolates',
  severity: 'low',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'non-isolated-pod', relation: 'equal' }],
    'kube-score': [{ id: 'pod-networkpolicy', relation: 'equal', note: 'together with `network-policy-one-way`' }],
    polaris: [
      {
        id: 'missingNetworkPolicy',
        relation: 'narrower',
        note: 'not where a policy denies a direction altogether; together with `network-policy-one-way`',
      },
    ],
    kubescape: [
      { id: 'C-0260', relation: 'equal', aliases: ['ensure_network_policy_configured_in_labels'] },
      { id: 'C-0030', relation: 'equal', aliases: ['ingress-and-egress-blocked'] },
    ],
    checkov: [{ id: 'CKV2_K8S_6', relation: 'equal', aliases: ['RequireAllPodsToHaveNetworkPolicy'] }],
  },
  references: [
    { title: 'Network Policies', url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/' },
    { title: 'CIS Kubernetes 5.3.2' },
  ],
  messages: {
    open: 'No network policy selects the pods of `{workload}`: they accept connections from anywhere in the cluster.',
  },
  visit: {
    workload(context, workload, object, unit) {
      if (workload.hostNetwork) return;
      const isSelected = POLICIES.flatMap((kind) => unit.ofKind(kind)).some(
        ({ facts }) =>
          (facts.kind === 'CiliumClusterwideNetworkPolicy' || mayShareNamespace(facts.namespace, object.facts.namespace)) &&
          (facts.selectors ?? []).some((selector) => selects(selector, workload.labels) !== 'no'),
      );
      if (!isSelected)
        context.report({ at: object.place(workload.at), message: 'open', data: { workload: workload.displayName } });
    },
  },
});
