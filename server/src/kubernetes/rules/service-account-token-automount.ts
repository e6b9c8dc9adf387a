import { setPodField } from '../edit/fields.ts';
import { choosesAccount, tokenMount } from '../model/service-account.ts';
import { kubernetesRule } from '../rule.ts';

const OFFER = {
  title: 'Set `automountServiceAccountToken: false`',
  safety: 'hardening',
  caution: 'A program that calls the Kubernetes API fails without the token.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/service-account-token-automount',
  title: 'Service account token in the pod',
  severity: 'low',
  confidence: 'high',
  category: 'access-control',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0036',
        relation: 'wider',
        note: 'where nothing is set too, and in every kind',
        aliases: ['AVD-KSV-0036', 'KSV036', 'no-auto-mount-service-token'],
      },
    ],
    checkov: [{ id: 'CKV_K8S_38', relation: 'equal', aliases: ['ServiceAccountTokens'] }],
    kubescape: [
      {
        id: 'C-0034',
        relation: 'wider',
        note: 'a service account in another document is not seen',
        aliases: ['C-0190', 'automount-service-account'],
      },
      { id: 'C-0261', relation: 'wider', note: 'where nothing is set too', aliases: ['serviceaccount-token-mount'] },
    ],
    kubesec: [{ id: 'AutomountServiceAccountToken', relation: 'wider', note: 'where nothing is set too' }],
    polaris: [
      { id: 'automountServiceAccountToken', relation: 'wider', note: 'a service account in another document is not seen' },
    ],
    kics: [
      {
        id: 'Service account token auto-mount not disabled',
        relation: 'equal',
        aliases: ['48471392-d4d0-47c0-b135-cdec95eb3eef', 'service_account_token_automount_not_disabled'],
      },
    ],
  },
  references: [
    {
      title: 'Opt out of API credential automounting',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
    },
    { title: 'CIS Kubernetes 5.1.6' },
    { title: 'NSA/CISA Kubernetes Hardening Guide: protecting pod service account tokens' },
    { title: 'MITRE T1528', url: 'https://attack.mitre.org/techniques/T1528/' },
  ],
  messages: {
    unset: 'Pods of `{workload}` get a token for the Kubernetes API, since `automountServiceAccountToken` is not set to `false`.',
    set: 'Pods of `{workload}` get a token for the Kubernetes API.',
  },
  visit: {
    workload(context, workload) {
      if (!choosesAccount(workload)) return;
      const mounted = tokenMount(workload, workload.object.beside);
      if (mounted.kind !== 'absent' && (mounted.kind !== 'known' || !mounted.value)) return;
      const own = workload.automountServiceAccountToken;
      context.report({
        at: own.kind === 'known' ? own.at : workload.at,
        message: own.kind === 'known' ? 'set' : 'unset',
        data: { workload: workload.displayName },
        fixes: () => [setPodField(workload, 'automountServiceAccountToken', false, OFFER)],
      });
    },
  },
});
