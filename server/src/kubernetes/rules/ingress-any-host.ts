import { type FixOffer, isRefusal } from '../../core/finding.ts';
import type { YamlMap } from '../../yaml/node.ts';
import { setPath } from '../edit.ts';
import type { KubernetesObject } from '../model/model.ts';
import { ingressOf } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

const TO_COMPLETE = 'CHANGE-ME.example.com';

export default kubernetesRule({
  id: 'kubernetes/ingress-any-host',
  title: 'Ingress for every host name',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [{ title: 'Ingress rules', url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules' }],
  messages: {
    any: '`{ingress}` answers for every host name that no other Ingress has.',
    wildcard: '`{ingress}` answers for all names of `{host}`.',
  },
  visit: {
    object(context, object) {
      for (const { host, at, node } of ingressOf(object)?.rules.items ?? []) {
        const fixes = () => [named(object, node)];
        const data = { ingress: object.displayName };
        if (host.kind === 'absent' || (host.kind === 'known' && host.value === ''))
          context.report({ at, message: 'any', data, fixes });
        else if (host.kind === 'known' && host.value.startsWith('*'))
          context.report({ at, message: 'wildcard', data: { ...data, host: host.value }, fixes });
      }
    },
  },
});

function named(object: KubernetesObject, rule: YamlMap): FixOffer {
  const offer = setPath(object.document, rule, ['host'], TO_COMPLETE, {
    title: 'Name the host',
    safety: 'placeholder',
    caution: 'Requests for other hosts are refused.',
  });
  return isRefusal(offer) ? offer : { ...offer, select: TO_COMPLETE };
}
