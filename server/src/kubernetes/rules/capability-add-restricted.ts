import { removeItem } from '../edit.ts';
import { addedCapabilities } from '../model/added-capability.ts';
import { kubernetesRule } from '../rule.ts';
import { RESTRICTED_CAPABILITY } from '../shared/shared-equivalents.ts';
import { isSince } from '../version.ts';

export default kubernetesRule({
  id: 'kubernetes/capability-add-restricted',
  title: 'Capability that restricted pods may not add',
  severity: 'low',
  confidence: 'high',
  category: 'privilege',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [RESTRICTED_CAPABILITY],
    trivy: [
      {
        id: 'KSV-0106',
        relation: 'narrower',
        note: 'what is missing in `drop` is a finding of `capabilities-drop-all`',
        aliases: ['AVD-KSV-0106', 'KSV106', 'drop-caps-add-bind-svc'],
      },
    ],
    kubescape: [
      {
        id: 'C-0046',
        relation: 'wider',
        note: 'together with `dangerous-capability` and `capability-not-baseline`',
        aliases: ['insecure-capabilities'],
      },
    ],
  },
  references: [
    {
      title: 'PSS restricted: capabilities',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
    },
    { title: 'capabilities(7)', url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html' },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Kubernetes 5.2.9' },
  ],
  messages: {
    added: 'Container `{container}` gets the capability `{capability}`, with which an attacker {attack}.',
  },
  visit: {
    container(context, container, workload) {
      if (!isSince(context.environment, 22) || (isSince(context.environment, 25) && workload.isWindows)) return;
      for (const { kind, text, attack, at } of addedCapabilities(container)) {
        if (kind !== 'default') continue;
        context.report({
          at,
          message: 'added',
          data: { container: container.label, capability: text, attack },
          fixes: () => [
            removeItem(container, container.securityContext.capabilities.add, at, {
              title: `Remove the capability \`${text}\``,
              safety: 'hardening',
              caution: 'What needs it gets `EPERM`, unless all capabilities are kept by default.',
            }),
          ],
        });
      }
    },
  },
});
