import { valueOf } from '../../core/value.ts';
import { setObjectField } from '../edit/objects.ts';
import { isServiceAccount } from '../model/service-account.ts';
import { kubernetesRule } from '../rule.ts';

const OFFER = {
  title: 'Set `automountServiceAccountToken: false`',
  safety: 'hardening',
  caution: 'Pods that use the Kubernetes API as `default` fail until they say so themselves.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/default-sa-object-automount',
  title: 'Default service account with tokens for all pods',
  severity: 'low',
  confidence: 'high',
  category: 'access-control',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    checkov: [{ id: 'CKV_K8S_41', relation: 'equal', aliases: ['DefaultServiceAccount'] }],
    kubescape: [{ id: 'C-0189', relation: 'equal', aliases: ['automount-default-service-account'] }],
  },
  references: [
    {
      title: 'Opt out of API credential automounting',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
    },
    { title: 'CIS Kubernetes 5.1.5' },
    { title: 'MITRE T1528', url: 'https://attack.mitre.org/techniques/T1528/' },
  ],
  messages: {
    mounted: 'The service account `default` hands its token to every pod that names no other account.',
  },
  visit: {
    object(context, object) {
      const mounted = object.fields.boolean('automountServiceAccountToken');
      if (!isServiceAccount(object) || valueOf(object.name) !== 'default') return;
      if (mounted.kind !== 'absent' && (mounted.kind !== 'known' || !mounted.value)) return;
      context.report({
        at: mounted.kind === 'known' ? mounted.at : object.at,
        message: 'mounted',
        fixes: () => [setObjectField(object, 'automountServiceAccountToken', false, OFFER)],
      });
    },
  },
});
