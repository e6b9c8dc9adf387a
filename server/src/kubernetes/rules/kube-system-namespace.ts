import { valueOf } from '../../core/value.ts';
import { isSystemNamespace } from '../model/namespace.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/kube-system-namespace',
  title: 'Workload in a namespace of the cluster',
  severity: 'medium',
  confidence: 'medium',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0037',
        relation: 'equal',
        aliases: ['AVD-KSV-0037', 'KSV037', 'no-user-pods-in-system-namespace'],
      },
    ],
    kics: [
      { id: 'Using unrecommended namespace', relation: 'narrower', note: 'together with `default-namespace`; workloads only' },
    ],
  },
  references: [
    {
      title: 'Initial namespaces',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces',
    },
  ],
  messages: {
    inside: 'It runs in `{namespace}`, among the components of the cluster and their credentials.',
  },
  visit: {
    object(context, object) {
      const { namespace, workloads, metadata } = object;
      if (namespace.kind !== 'known' || !isSystemNamespace(namespace.value) || workloads.length === 0) return;
      const has = (key: string, wanted?: string) =>
        metadata.labels.some((label) => label.key === key && (wanted === undefined || valueOf(label.value) === wanted));
      if (has('component') && has('tier', 'control-plane')) return;
      context.report({ at: namespace.at, message: 'inside', data: { namespace: namespace.value } });
    },
  },
});
