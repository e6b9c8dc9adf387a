import { valueOf } from '../../core/value.ts';
import { setPath } from '../edit.ts';
import { hasOpenLabels, isNamespace, isSystemNamespace, POD_SECURITY_LABEL, podSecurityLabels } from '../model/namespace.ts';
import { kubernetesRule } from '../rule.ts';

const OFFER = {
  title: 'Enforce `baseline`',
  safety: 'hardening',
  caution: 'Pods of the namespace that break the level are no longer admitted.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/namespace-without-pod-security',
  title: 'Namespace without a Pod Security level',
  severity: 'low',
  confidence: 'high',
  category: 'isolation',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    kubescape: [
      {
        id: 'C-0192',
        relation: 'wider',
        note: 'also where a webhook might check',
        aliases: ['pod-security-admission-applied-2'],
      },
      {
        id: 'C-0193',
        relation: 'wider',
        note: 'also where a webhook might check',
        aliases: ['pod-security-admission-baseline-applied-2'],
      },
      {
        id: 'C-0197',
        relation: 'narrower',
        note: '`baseline` is enough',
        aliases: ['pod-security-admission-restricted-applied-2'],
      },
    ],
  },
  references: [
    { title: 'Pod Security admission', url: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/' },
    { title: 'CIS Kubernetes 5.2.1' },
  ],
  messages: {
    none: 'Namespace `{namespace}` enforces no Pod Security level: pods may do anything to their node.',
  },
  visit: {
    object(context, object) {
      const name = valueOf(object.name);
      if (!isNamespace(object) || hasOpenLabels(object) || name === undefined || isSystemNamespace(name)) return;
      if (podSecurityLabels(object).some(({ mode }) => mode === 'enforce')) return;
      const path = ['metadata', 'labels', `${POD_SECURITY_LABEL}enforce`];
      context.report({
        at: object.at,
        message: 'none',
        data: { namespace: name },
        fixes: () => [setPath(object.document, object.node, path, 'baseline', OFFER)],
      });
    },
  },
});
