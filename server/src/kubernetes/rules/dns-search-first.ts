import { setPodField } from '../edit/fields.ts';
import { Mapping } from '../model/mapping.ts';
import { kubernetesRule } from '../rule.ts';

const CAUTION = 'Names with a dot are asked for as they are first; short names of Services such as `db` resolve as before.';

export default kubernetesRule({
  id: 'kubernetes/dns-search-first',
  title: 'Outside names looked up in the cluster first',
  severity: 'info',
  confidence: 'high',
  category: 'network',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    'kube-linter': [
      { id: 'dnsconfig-options', relation: 'narrower', note: 'not where another `ndots` is given, or for `dnsPolicy: Default`' },
    ],
  },
  references: [
    {
      title: 'DNS for Services and pods',
      url: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config',
    },
    {
      title: 'Namespaces and DNS',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#namespaces-and-dns',
    },
    { title: 'CWE-350', url: 'https://cwe.mitre.org/data/definitions/350.html' },
  ],
  messages: {
    first: '`{workload}` has no `ndots` option: names with fewer than five dots are looked up in the cluster first.',
  },
  visit: {
    workload(context, workload) {
      const { dnsPolicy, hostNetwork, spec } = workload;
      const policy = dnsPolicy.kind === 'known' ? dnsPolicy.value : 'ClusterFirst';
      const isOfNode = hostNetwork.kind === 'dynamic' || (hostNetwork.kind === 'known' && hostNetwork.value);
      if (workload.certainty !== 'known' || dnsPolicy.kind === 'dynamic' || !policy.startsWith('ClusterFirst')) return;
      if (isOfNode && policy === 'ClusterFirst') return;
      const config = spec.mapping('dnsConfig');
      const options = config.list('options', (node) => Mapping.of(node, config.home).string('name'));
      if (options.open || options.items.some((name) => name.kind !== 'known' || name.value === 'ndots')) return;
      context.report({
        at: workload.at,
        message: 'first',
        data: { workload: workload.displayName },
        fixes: () => {
          const title = 'Set the DNS option `ndots: 1`';
          if (config.value.kind !== 'absent')
            return [{ title, refused: 'The pod has DNS settings of its own; add the option there.' }];
          const value = { options: [{ name: 'ndots', value: '1' }] };
          return [setPodField(workload, 'dnsConfig', value, { title, safety: 'hardening', caution: CAUTION })];
        },
      });
    },
  },
});
