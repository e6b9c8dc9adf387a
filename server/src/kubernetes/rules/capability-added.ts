import { addedCapabilities } from '../model/added-capability.ts';
import { atKey } from '../model/at-key.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/capability-added',
  title: 'Capability added',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    trivy: [{ id: 'KSV-0022', relation: 'equal', aliases: ['AVD-KSV-0022', 'KSV022', 'no-non-default-capabilities'] }],
    checkov: [
      {
        id: 'CKV_K8S_25',
        relation: 'wider',
        note: 'also ephemeral containers and kinds it does not know',
        aliases: ['AllowedCapabilities'],
      },
    ],
  },
  references: [
    { title: 'capabilities(7)', url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html' },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Kubernetes 5.2.10' },
  ],
  messages: {
    added: 'Container `{container}` gets capabilities on top of those that it keeps: {names}.',
  },
  visit: {
    container(context, container, workload) {
      if (workload.certainty !== 'known') return;
      const { value } = container.securityContext.capabilities.add;
      const names = addedCapabilities(container).map(({ text }) => `\`${text}\``);
      if (value.kind !== 'known' || names.length === 0) return;
      context.report({ at: atKey(value.at), message: 'added', data: { container: container.label, names: names.join(', ') } });
    },
  },
});
