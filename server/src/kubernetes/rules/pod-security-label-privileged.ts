import { setPath } from '../edit.ts';
import { POD_SECURITY_LABEL, podSecurityLabels } from '../model/namespace.ts';
import { kubernetesRule } from '../rule.ts';

const OFFER = {
  title: 'Enforce `baseline`',
  safety: 'hardening',
  caution: 'Pods of the namespace that break the level are no longer admitted.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/pod-security-label-privileged',
  title: 'Namespace that admits privileged pods',
  severity: 'medium',
  confidence: 'high',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kubescape: [{ id: 'C-0193', relation: 'wider', note: 'also where a webhook might check' }],
  },
  references: [
    { title: 'Pod Security admission', url: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/' },
    { title: 'CIS Kubernetes 5.2.2' },
  ],
  messages: {
    privileged: 'This namespace admits every pod, privileged ones too.',
  },
  visit: {
    object(context, object) {
      for (const { mode, entry } of podSecurityLabels(object)) {
        if (mode !== 'enforce' || entry.value.kind !== 'known' || entry.value.value !== 'privileged') continue;
        const path = ['metadata', 'labels', `${POD_SECURITY_LABEL}enforce`];
        const fixes = () => [setPath(object.document, object.node, path, 'baseline', OFFER)];
        context.report({ at: entry.value.at, message: 'privileged', fixes });
      }
    },
  },
});
