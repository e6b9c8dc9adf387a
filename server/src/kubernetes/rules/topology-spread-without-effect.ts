import { atKey } from '../model/at-key.ts';
import { Mapping } from '../model/mapping.ts';
import { kubernetesRule } from '../rule.ts';

const WAYS = ['DoNotSchedule', 'ScheduleAnyway'];

export default kubernetesRule({
  id: 'kubernetes/topology-spread-without-effect',
  title: 'Topology spread constraint that is refused or has no effect',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-score': [{ id: 'pod-topology-spread-constraints', relation: 'equal' }],
  },
  references: [
    {
      title: 'Pod topology spread constraints',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
    },
  ],
  messages: {
    selector: 'The constraint counts no pods without a `labelSelector`, so it spreads nothing.',
    way: '`whenUnsatisfiable: {way}` is refused by the API server: it is `DoNotSchedule` or `ScheduleAnyway`.',
    key: 'The API server refuses a constraint without `topologyKey`.',
    skew: 'The API server refuses `maxSkew: {skew}`: it is 1 or more.',
  },
  visit: {
    workload(context, workload) {
      const constraints = workload.spec.list('topologySpreadConstraints', (node) => ({
        node,
        fields: Mapping.of(node, { at: workload.at, partial: workload.partial }),
      }));
      for (const { node, fields } of constraints.items) {
        const first = node.pairs[0];
        const at = first ? { span: first.keyNode.span, route: first.value.route } : atKey(fields.value.at);
        const way = fields.string('whenUnsatisfiable');
        const skew = fields.integer('maxSkew');
        if (fields.field('labelSelector').kind === 'absent') context.report({ at, message: 'selector' });
        if (fields.field('topologyKey').kind === 'absent') context.report({ at, message: 'key' });
        if (way.kind === 'known' && !WAYS.includes(way.value))
          context.report({ at: way.at, message: 'way', data: { way: way.value } });
        if (skew.kind === 'known' && skew.value < 1) context.report({ at: skew.at, message: 'skew', data: { skew: skew.value } });
      }
    },
  },
});
