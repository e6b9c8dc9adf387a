import { removeItem } from '../edit.ts';
import { addedCapabilities } from '../model/added-capability.ts';
import { kubernetesRule } from '../rule.ts';
import { NOT_BASELINE_CAPABILITY, RESTRICTED_CAPABILITY } from '../shared/shared-equivalents.ts';

export default kubernetesRule({
  id: 'kubernetes/capability-not-baseline',
  title: 'Capability added beyond the defaults',
  severity: 'medium',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [NOT_BASELINE_CAPABILITY, RESTRICTED_CAPABILITY],
    trivy: [{ id: 'KSV-0119', relation: 'wider', note: 'also others than `NET_RAW`', aliases: ['AVD-KSV-0119', 'KSV119'] }],
    kubescape: [
      {
        id: 'C-0046',
        relation: 'wider',
        note: 'together with `dangerous-capability` and `capability-add-restricted`',
        aliases: ['insecure-capabilities'],
      },
    ],
  },
  references: [
    { title: 'PSS baseline: capabilities', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline' },
    { title: 'capabilities(7)', url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html' },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Kubernetes 5.2.8, 5.2.9' },
  ],
  messages: {
    added:
      'Container `{container}` gets the capability `{capability}`, which none has by default and with which an attacker {attack}.',
    netRaw:
      'Container `{container}` gets the capability `{capability}`, which the level *baseline* refuses and with which an attacker {attack}.',
  },
  visit: {
    container(context, container) {
      for (const { kind, text, name, attack, at } of addedCapabilities(container)) {
        if (kind !== 'beyond-baseline') continue;
        context.report({
          at,
          message: name === 'NET_RAW' ? 'netRaw' : 'added',
          data: { container: container.label, capability: text, attack },
          fixes: () => [
            removeItem(container, container.securityContext.capabilities.add, at, {
              title: `Remove the capability \`${text}\``,
              safety: 'hardening',
              caution: 'What needs it gets `EPERM`.',
            }),
          ],
        });
      }
    },
  },
});
