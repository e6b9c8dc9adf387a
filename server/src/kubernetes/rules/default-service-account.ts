import { setPodField } from '../edit/fields.ts';
import type { Workload } from '../model/model.ts';
import { choosesAccount, tokenMount } from '../model/service-account.ts';
import { kubernetesRule } from '../rule.ts';

const PLACEHOLDER = 'CHANGE-ME';

export default kubernetesRule({
  id: 'kubernetes/default-service-account',
  title: 'Pod with the default service account',
  severity: 'low',
  confidence: 'high',
  category: 'access-control',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    'kube-linter': [{ id: 'default-service-account', relation: 'equal' }],
    checkov: [{ id: 'CKV_ARGO_1', relation: 'wider', note: 'every workload, not only those of Argo' }],
    kubesec: [{ id: 'ServiceAccountName', relation: 'narrower', note: 'pods without a token are left alone' }],
    kics: [
      {
        id: 'Service account name undefined or empty',
        relation: 'wider',
        note: 'the name `default` too; pods without a token are left alone',
        aliases: ['591ade62-d6b0-4580-b1ae-209f80ba1cd9', 'service_account_name_undefined_or_empty'],
      },
    ],
  },
  references: [
    {
      title: 'Configure service accounts for pods',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
    },
    { title: 'CIS Kubernetes 5.1.5' },
    { title: 'MITRE T1528', url: 'https://attack.mitre.org/techniques/T1528/' },
  ],
  messages: {
    shared: 'Pods of `{workload}` run as the service account `default`, which they share with all others of the namespace.',
  },
  visit: {
    workload(context, workload) {
      if (!choosesAccount(workload)) return;
      const { serviceAccountName: name } = workload;
      if (name.kind === 'dynamic' || name.kind === 'invalid') return;
      if (name.kind === 'known' && name.value !== '' && name.value !== 'default') return;
      const mounted = tokenMount(workload, workload.object.beside);
      if (mounted.kind !== 'absent' && (mounted.kind !== 'known' || !mounted.value)) return;
      context.report({
        at: name.kind === 'known' ? name.at : workload.at,
        message: 'shared',
        data: { workload: workload.displayName },
        fixes: () => [nameAccount(workload)],
      });
    },
  },
});

function nameAccount(workload: Workload) {
  const title = 'Name a service account of its own';
  if (workload.spec.field('serviceAccount').kind === 'known')
    return { title, refused: 'Rename `serviceAccount` to `serviceAccountName` first.' };
  const offer = setPodField(workload, 'serviceAccountName', PLACEHOLDER, {
    title,
    safety: 'placeholder',
    caution: 'The service account has to exist before the pod starts.',
  });
  return 'refused' in offer ? offer : { ...offer, select: PLACEHOLDER };
}
