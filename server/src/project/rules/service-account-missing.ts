import { named } from '../pods.ts';
import { projectRule } from '../rule.ts';

export default projectRule({
  id: 'project/service-account-missing',
  title: 'Service account that is not there',
  severity: 'info',
  confidence: 'medium',
  category: 'correctness',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'non-existent-service-account', relation: 'equal' }],
    kubescape: [{ id: 'C-0307', relation: 'equal', aliases: ['non-existent-service-account'] }],
  },
  references: [
    {
      title: 'Configure Service Accounts for Pods',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
    },
  ],
  messages: {
    missing: 'No manifest beside this one makes the service account `{account}` that `{workload}` runs as.',
  },
  visit: {
    workload(context, workload, object, unit) {
      const { name, at } = workload.account;
      if (!name || name === 'default') return;
      const { found, isOpen } = named(unit, 'ServiceAccount', name, object.facts.namespace);
      if (found.length > 0 || isOpen) return;
      context.report({ at: object.place(at), message: 'missing', data: { account: name, workload: workload.displayName } });
    },
  },
});
