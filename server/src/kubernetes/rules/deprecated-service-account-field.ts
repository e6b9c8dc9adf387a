import { renamePodField } from '../edit/objects.ts';
import { removeFields } from '../edit.ts';
import { choosesAccount } from '../model/service-account.ts';
import { kubernetesRule } from '../rule.ts';

const RENAME = { title: 'Rename to `serviceAccountName`', safety: 'safe' } as const;
const REMOVE = { title: 'Remove `serviceAccount`', safety: 'safe' } as const;

export default kubernetesRule({
  id: 'kubernetes/deprecated-service-account-field',
  title: 'Old name of serviceAccountName',
  severity: 'info',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  tags: ['deprecated'],
  equivalents: {
    'kube-linter': [{ id: 'deprecated-service-account-field', relation: 'wider', note: 'also where both fields differ' }],
    kubescape: [{ id: 'C-0294', relation: 'equal', aliases: ['deprecated-service-account-field'] }],
  },
  references: [
    { title: 'PodSpec v1 core', url: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec' },
  ],
  messages: {
    old: '`serviceAccount` is the deprecated name of `serviceAccountName`.',
    hidden: '`serviceAccount` has no effect beside another `serviceAccountName`.',
  },
  visit: {
    workload(context, workload) {
      if (!choosesAccount(workload)) return;
      const old = workload.spec.pair('serviceAccount');
      const field = workload.spec.string('serviceAccount');
      const current = workload.spec.string('serviceAccountName');
      const isAlone = !workload.spec.pair('serviceAccountName') && workload.spec.node?.open !== true;
      if (!old || field.kind === 'absent' || field.kind === 'invalid') return;
      if (!isAlone && (current.kind !== 'known' || field.kind !== 'known' || current.value === field.value)) return;
      context.report({
        at: { ...field.at, span: old.keyNode.span },
        message: isAlone ? 'old' : 'hidden',
        fixes: () => [
          isAlone
            ? renamePodField(workload, 'serviceAccount', 'serviceAccountName', RENAME)
            : removeFields(workload, workload.spec, ['serviceAccount'], REMOVE),
        ],
      });
    },
  },
});
