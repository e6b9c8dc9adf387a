import { secretOf, secretType } from '../model/config-objects.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/legacy-sa-token-secret',
  title: 'Service account token without an end',
  severity: 'medium',
  confidence: 'high',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    {
      title: 'Manually create a long-lived API token',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#manually-create-a-long-lived-api-token-for-a-serviceaccount',
    },
    { title: 'CWE-613', url: 'https://cwe.mitre.org/data/definitions/613.html' },
    { title: 'CIS Kubernetes 5.1.6' },
  ],
  messages: {
    unlimited: 'This Secret gets a token of the service account `{account}` that never expires.',
  },
  visit: {
    object(context, object) {
      const type = secretOf(object) && secretType(object);
      if (type?.kind !== 'known' || type.value !== 'kubernetes.io/service-account-token') return;
      const account = object.metadata.annotations.find(({ key }) => key === 'kubernetes.io/service-account.name')?.value;
      context.report({
        at: type.at,
        message: 'unlimited',
        data: { account: account?.kind === 'known' ? account.value : '…' },
      });
    },
  },
});
