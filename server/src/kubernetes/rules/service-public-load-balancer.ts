import { type FixOffer, isRefusal } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { isInternalLoadBalancer } from '../../knowledge/internal-load-balancers.ts';
import { setPath } from '../edit.ts';
import type { KubernetesObject } from '../model/model.ts';
import { serviceOf } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

const WORLD = new Set(['0.0.0.0/0', '::/0']);

const OWN = { title: 'Name the ranges that may connect', refused: 'Only you know from where clients connect.' };
const TO_COMPLETE = '203.0.113.0/24';

export default kubernetesRule({
  id: 'kubernetes/service-public-load-balancer',
  title: 'Load balancer open to the internet',
  severity: 'medium',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'kube-linter': [
      { id: 'exposed-services', relation: 'narrower', note: 'not with an internal load balancer or source ranges' },
    ],
    kics: [{ id: 'Service with External Load Balancer', relation: 'narrower', note: 'not with source ranges' }],
  },
  references: [
    {
      title: 'Restrict access for a LoadBalancer Service',
      url: 'https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/',
    },
    {
      title: 'Internal load balancer',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer',
    },
  ],
  messages: {
    open: '`{service}` gets a load balancer that takes connections from everywhere.',
    world: '`{service}` lets its load balancer take connections from `{range}`.',
  },
  visit: {
    object(context, object) {
      const service = serviceOf(object);
      if (service?.type.kind !== 'known' || service.type.value !== 'LoadBalancer') return;
      const { annotations, fields } = object.metadata;
      const isTemplated = fields.field('annotations').kind === 'dynamic' || fields.mapping('annotations').node?.open === true;
      if (isTemplated || annotations.some(({ key, value }) => isInternalLoadBalancer(key, valueOf(value)))) return;
      const data = { service: object.displayName };
      const { items, value } = service.sourceRanges;
      const world = items.find((item) => item.kind === 'known' && WORLD.has(item.value));
      if (world?.kind === 'known')
        context.report({ at: world.at, message: 'world', data: { ...data, range: world.value }, fixes: () => [OWN] });
      else if (value.kind === 'absent')
        context.report({ at: service.type.at, message: 'open', data, fixes: () => [limited(object)] });
    },
  },
});

function limited(object: KubernetesObject): FixOffer {
  const offer = setPath(object.document, object.node, ['spec', 'loadBalancerSourceRanges'], [TO_COMPLETE], {
    title: 'Name the ranges that may connect',
    safety: 'placeholder',
    caution: 'Clients from all other addresses are cut off.',
  });
  return isRefusal(offer) ? offer : { ...offer, select: TO_COMPLETE };
}
