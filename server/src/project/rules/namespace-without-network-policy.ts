import { projectRule } from '../rule.ts';
import { selectsAll } from '../selectors.ts';
import { mayShareNamespace } from '../unit.ts';

export default projectRule({
  id: 'project/namespace-without-network-policy',
  title: 'Namespace without a network policy',
  severity: 'info',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    kubescape: [{ id: 'C-0049', relation: 'equal', aliases: ['C-0054', 'C-0206', 'internal-networking'] }],
  },
  references: [
    { title: 'Network Policies', url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/' },
    { title: 'CIS Kubernetes 5.3.2' },
  ],
  messages: {
    open: 'No network policy beside it is for the namespace `{namespace}`: every pod of the cluster reaches those in it.',
  },
  visit: {
    object(context, object, unit) {
      const { kind, name } = object.facts;
      if (kind !== 'Namespace' || name === undefined) return;
      const own = [...unit.ofKind('NetworkPolicy'), ...unit.ofKind('CiliumNetworkPolicy')];
      const isFor = own.some(({ facts }) => mayShareNamespace(facts.namespace, name));
      const isForAll = unit.ofKind('CiliumClusterwideNetworkPolicy').some(({ facts }) => facts.selectors?.some(selectsAll));
      if (!isFor && !isForAll) context.report({ at: object.place(object.facts.at), message: 'open', data: { namespace: name } });
    },
  },
});
