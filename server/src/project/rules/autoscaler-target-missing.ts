import { named } from '../pods.ts';
import { projectRule } from '../rule.ts';

/** Kinds that manifests make; other kinds may come from an operator. */
const KINDS = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'DeploymentConfig', 'Rollout']);

export default projectRule({
  id: 'project/autoscaler-target-missing',
  title: 'Autoscaler of something that is not there',
  severity: 'info',
  confidence: 'medium',
  category: 'correctness',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'dangling-horizontalpodautoscaler', relation: 'equal' }],
    'kube-score': [{ id: 'horizontalpodautoscaler-has-target', relation: 'equal' }],
    kubescape: [{ id: 'C-0300', relation: 'equal', aliases: ['hpa-has-target'] }],
  },
  references: [
    { title: 'Horizontal Pod Autoscaling', url: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/' },
  ],
  messages: {
    missing: '`{autoscaler}` scales `{target}`, which no manifest beside this one makes.',
  },
  visit: {
    object(context, object, unit) {
      const { scaleTarget, namespace, displayName } = object.facts;
      if (!scaleTarget || !KINDS.has(scaleTarget.kind)) return;
      const { kind, name, at } = scaleTarget;
      const { found, isOpen } = named(unit, kind, name, namespace);
      if (found.length > 0 || isOpen) return;
      context.report({ at: object.place(at), message: 'missing', data: { autoscaler: displayName, target: `${kind}/${name}` } });
    },
  },
});
