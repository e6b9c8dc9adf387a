import { selectedPods } from '../pods.ts';
import { projectRule } from '../rule.ts';
import { selectsAll } from '../selectors.ts';

export default projectRule({
  id: 'project/network-policy-without-pods',
  title: 'Network policy that selects no pods',
  severity: 'low',
  confidence: 'medium',
  category: 'network',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'dangling-networkpolicy', relation: 'equal' }],
    'kube-score': [{ id: 'networkpolicy-targets-pod', relation: 'equal' }],
    kubescape: [{ id: 'C-0299', relation: 'equal', aliases: ['dangling-networkpolicy'] }],
    kics: [
      {
        id: 'Network policy without Pod target',
        relation: 'equal',
        aliases: ['85ab1c5b-014e-4352-b5f8-d7dea3bb4fd3', 'network_policy_is_not_targeting_any_pod'],
      },
    ],
  },
  references: [{ title: 'Network Policies', url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/' }],
  messages: {
    none: '`{policy}` selects pods by labels that no manifest beside this one gives to any: it protects nothing.',
  },
  visit: {
    object(context, object, unit) {
      const { kind, namespace, displayName, selectors = [] } = object.facts;
      const [selector] = selectors;
      if (kind !== 'NetworkPolicy' || !selector || selectsAll(selector)) return;
      const { certain, isOpen } = selectedPods(unit, selector, namespace);
      if (certain.length === 0 && !isOpen)
        context.report({ at: object.place(selector.at), message: 'none', data: { policy: displayName } });
    },
  },
});
