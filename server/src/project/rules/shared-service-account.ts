import { accountOf } from '../accounts.ts';
import { projectRule } from '../rule.ts';
import { shareNamespace } from '../unit.ts';

export default projectRule({
  id: 'project/shared-service-account',
  title: 'Service account of several workloads',
  severity: 'info',
  confidence: 'high',
  category: 'access-control',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    kics: [
      { id: 'Shared Service Account', relation: 'narrower', note: 'without the account `default`, which has a rule of its own' },
    ],
  },
  references: [
    {
      title: 'Configure Service Accounts for Pods',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
    },
  ],
  messages: {
    shared: 'The service account `{account}` is used by `{other}` too: each has the rights that the other needs.',
  },
  visit: {
    workload(context, workload, object, unit) {
      const account = accountOf(workload);
      if (account === undefined || account === 'default') return;
      const others = unit.workloads.filter(
        (pods) =>
          pods.object !== object &&
          accountOf(pods.workload) === account &&
          shareNamespace(pods.object.facts.namespace, object.facts.namespace),
      );
      const [first] = others;
      if (!first) return;
      context.report({
        at: object.place(workload.account.at),
        message: 'shared',
        data: { account, other: first.workload.displayName },
        identity: account,
        related: others.slice(0, 5).map((pods) => ({
          at: pods.object.place(pods.workload.account.at),
          message: `\`${pods.workload.displayName}\` uses it here.`,
        })),
      });
    },
  },
});
