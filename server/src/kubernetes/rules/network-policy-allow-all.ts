import type { FixOffer } from '../../core/finding.ts';
import type { YamlMap } from '../../yaml/node.ts';
import { setPath } from '../edit.ts';
import type { KubernetesObject } from '../model/model.ts';
import { allowedTraffic } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/network-policy-allow-all',
  title: 'NetworkPolicy that lets everyone in',
  severity: 'medium',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kics: [{ id: 'Pod misconfigured network policy', relation: 'related', note: 'it asks whether a policy matches a pod' }],
  },
  references: [
    {
      title: 'Network policies: allow all',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#allow-all-ingress-traffic',
    },
  ],
  messages: {
    any: 'This policy allows `{direction}` traffic with everyone, so it limits nothing.',
    pods: 'This policy allows `{direction}` traffic with all pods of all namespaces.',
    world: 'This policy allows `{direction}` traffic with every address.',
  },
  visit: {
    object(context, object) {
      for (const { direction, at, reach, node } of allowedTraffic(object)) {
        if (reach === 'some' || (direction === 'egress' && reach === 'all-pods')) continue;
        const message = reach === 'any' ? 'any' : reach === 'world' ? 'world' : 'pods';
        context.report({
          at,
          message,
          severity: direction === 'egress' ? 'low' : 'medium',
          data: { direction },
          fixes: () => [ownNamespace(object, node, reach, direction)],
        });
      }
    },
  },
});

/** Lets only pods of the policy's own namespace through: a selector without a namespace means it. */
function ownNamespace(object: KubernetesObject, node: YamlMap, reach: string, direction: 'ingress' | 'egress'): FixOffer {
  const title = 'Allow pods of the own namespace only';
  if (reach === 'world') return { title, refused: 'Only you know which addresses the pods have to reach or to hear.' };
  const caution = 'Traffic with everything outside the namespace stops, the cluster’s DNS among it.';
  const offer = { title, safety: 'hardening', caution } as const;
  const key = direction === 'ingress' ? 'from' : 'to';
  if (reach !== 'any') return { title, refused: 'It is one of the peers; name the namespaces that are meant.' };
  return node.get(key)
    ? { title, refused: `\`${key}\` is empty; write the peers that are meant.` }
    : setPath(object.document, node, [key], [{ podSelector: {} }], offer);
}
