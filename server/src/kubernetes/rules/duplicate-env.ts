import { valueOf } from '../../core/value.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/duplicate-env',
  title: 'Environment variable given twice',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'duplicate-env-var', relation: 'equal' }],
    'kube-score': [{ id: 'environment-variable-key-duplication', relation: 'equal' }],
    kubescape: [{ id: 'C-0295', relation: 'equal', aliases: ['duplicate-env-var'] }],
  },
  references: [
    {
      title: 'EnvVar',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables',
    },
  ],
  messages: {
    hidden: 'Container `{container}` gives `{name}` again below; this value has no effect.',
  },
  visit: {
    container(context, container) {
      const { items } = container.env;
      const names = items.map((item) => valueOf(item.name));
      for (const [index, item] of items.entries()) {
        const name = names[index];
        const again = items.findLast((_, at) => at > index && names[at] === name);
        const isUsed = again && valueOf(again.value)?.includes(`$(${name})`);
        if (name !== undefined && again && !isUsed)
          context.report({ at: item.name.at, message: 'hidden', data: { container: container.label, name } });
      }
    },
  },
});
