import { removeFields } from '../edit.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/share-process-namespace',
  title: 'Processes shared between containers',
  severity: 'low',
  confidence: 'high',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    {
      title: 'Share process namespace between containers in a Pod',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/',
    },
    { title: 'CWE-653', url: 'https://cwe.mitre.org/data/definitions/653.html' },
  ],
  messages: {
    shared: 'Containers of `{workload}` see each other’s processes, their environment and their files.',
  },
  visit: {
    workload(context, workload) {
      const { shareProcessNamespace } = workload;
      if (shareProcessNamespace.kind !== 'known' || !shareProcessNamespace.value) return;
      context.report({
        at: shareProcessNamespace.at,
        message: 'shared',
        data: { workload: workload.displayName },
        fixes: () => [
          removeFields(workload, workload.spec, ['shareProcessNamespace'], {
            title: 'Remove `shareProcessNamespace`',
            safety: 'hardening',
            caution: 'A sidecar that signals or inspects the processes of its neighbours stops working.',
          }),
        ],
      });
    },
  },
});
