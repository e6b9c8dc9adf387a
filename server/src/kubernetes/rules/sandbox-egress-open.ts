import type { FixOffer } from '../../core/finding.ts';
import { setPath } from '../edit.ts';
import type { KubernetesObject } from '../model/model.ts';
import { type OpenEgress, sandboxEgress } from '../model/sandbox.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/sandbox-egress-open',
  title: 'Sandbox for untrusted code that reaches every address',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kubescape: [{ id: 'C-0301', relation: 'equal', aliases: ['agent-sandbox-egress-policy'] }],
  },
  references: [
    { title: 'Agent Sandbox', url: 'https://agent-sandbox.sigs.k8s.io/' },
    { title: 'CWE-923', url: 'https://cwe.mitre.org/data/definitions/923.html' },
  ],
  messages: {
    unmanaged: '`{sandbox}` gets no network policy: the code in it reaches every address.',
    missing: '`{sandbox}` has no `networkPolicy`: the code in it reaches the whole Internet.',
    invalid: '`networkPolicy` of `{sandbox}` is not a mapping.',
    any: 'The rule lets the code in `{sandbox}` reach every address on its ports.',
    world: 'The rule lets the code in `{sandbox}` reach every address outside.',
    pods: 'The rule lets the code in `{sandbox}` reach the pods of all namespaces.',
  },
  visit: {
    object(context, object) {
      for (const { kind, at } of sandboxEgress(object)) {
        context.report({
          at,
          message: kind,
          data: { sandbox: object.displayName },
          ...(kind === 'missing' && { severity: 'low' }),
          fixes: () => [closed(object, kind)],
        });
      }
    },
  },
});

function closed(object: KubernetesObject, kind: OpenEgress['kind']): FixOffer {
  const title = 'Let it reach nothing: `networkPolicy: {}`';
  if (kind !== 'missing') return { title, refused: 'Only you know what the code in it has to reach.' };
  const caution = 'Code that loads packages or asks a service of the network fails.';
  return setPath(object.document, object.node, ['spec', 'networkPolicy'], {}, { title, safety: 'hardening', caution });
}
