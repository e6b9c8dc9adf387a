import { valueOf } from '../../core/value.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/default-namespace',
  title: 'Object in the default namespace',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    trivy: [{ id: 'KSV-0110', relation: 'equal', aliases: ['AVD-KSV-0110', 'KSV110', 'default-namespace-should-not-be-used'] }],
    checkov: [{ id: 'CKV_K8S_21', relation: 'narrower', note: 'not where no namespace is named', aliases: ['DefaultNamespace'] }],
    kubescape: [
      { id: 'C-0061', relation: 'narrower', note: 'not where no namespace is named', aliases: ['pods-in-default-namespace'] },
      { id: 'C-0212', relation: 'narrower', note: 'not where no namespace is named' },
    ],
    'kube-linter': [{ id: 'use-namespace', relation: 'narrower', note: 'not where no namespace is named' }],
    kics: [
      {
        id: 'Using unrecommended namespace',
        relation: 'narrower',
        note: 'together with `kube-system-namespace`; not where no namespace is named',
        aliases: ['611ab018-c4aa-4ba2-b0f6-a448337509a6', 'using_unrecommended_namespace'],
      },
    ],
  },
  references: [
    { title: 'Namespaces', url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/' },
    { title: 'CIS Kubernetes 5.7.4' },
  ],
  messages: {
    mixed: 'It goes to the namespace `default`, where policies and rights of all that is there mix.',
  },
  visit: {
    object(context, object) {
      const { namespace, kind } = object;
      if (namespace.kind !== 'known' || namespace.value !== 'default') return;
      const name = valueOf(object.name);
      const isOwn = (kind === 'ServiceAccount' && name === 'default') || (kind === 'Service' && name === 'kubernetes');
      if (!isOwn) context.report({ at: namespace.at, message: 'mixed' });
    },
  },
});
