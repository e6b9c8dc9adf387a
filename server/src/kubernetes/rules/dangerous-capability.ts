import { removeItem } from '../edit.ts';
import { addedCapabilities } from '../model/added-capability.ts';
import { kubernetesRule } from '../rule.ts';
import { NOT_BASELINE_CAPABILITY, RESTRICTED_CAPABILITY } from '../shared/shared-equivalents.ts';

const ONE = 'one rule for all capabilities; the severity is that of the capability';

export default kubernetesRule({
  id: 'kubernetes/dangerous-capability',
  title: 'Dangerous capability added',
  severity: 'high',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [NOT_BASELINE_CAPABILITY, RESTRICTED_CAPABILITY],
    trivy: [
      { id: 'KSV-0005', relation: 'wider', note: ONE, aliases: ['AVD-KSV-0005', 'KSV005', 'no-sysadmin-capability'] },
      { id: 'KSV-0120', relation: 'wider', note: ONE, aliases: ['AVD-KSV-0120', 'KSV120', 'no-sysmodule-capability'] },
    ],
    checkov: [{ id: 'CKV_K8S_39', relation: 'wider', note: ONE, aliases: ['CAP_SYS_ADMIN'] }],
    kubescape: [
      {
        id: 'C-0046',
        relation: 'wider',
        note: 'by what a capability gives; those of its list that do less are findings of `capability-not-baseline` and `capability-add-restricted`',
        aliases: ['insecure-capabilities'],
      },
    ],
    kubesec: [{ id: 'CapSysAdmin', relation: 'wider', note: ONE }],
    polaris: [{ id: 'dangerousCapabilities', relation: 'wider', note: 'also others than `ALL`, `SYS_ADMIN` and `NET_ADMIN`' }],
    kics: [
      {
        id: 'Containers with sys admin capabilities',
        relation: 'wider',
        note: ONE,
        aliases: ['235236ee-ad78-4065-bd29-61b061f28ce0'],
      },
    ],
  },
  references: [
    { title: 'PSS baseline: capabilities', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline' },
    { title: 'capabilities(7)', url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html' },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
    { title: 'CIS Kubernetes 5.2.9' },
  ],
  messages: {
    dangerous: 'Container `{container}` gets the capability `{capability}`, with which an attacker {attack}.',
  },
  visit: {
    container(context, container) {
      for (const { kind, text, tier, attack, at } of addedCapabilities(container)) {
        if (kind !== 'dangerous') continue;
        context.report({
          at,
          message: 'dangerous',
          severity: tier,
          data: { container: container.label, capability: text, attack },
          fixes: () => [
            removeItem(container, container.securityContext.capabilities.add, at, {
              title: `Remove the capability \`${text}\``,
              safety: 'hardening',
              caution: 'What needs it gets `EPERM`; look for a narrower capability or a device plugin.',
            }),
          ],
        });
      }
    },
  },
});
