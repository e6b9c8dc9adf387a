import { accountOf, accountPowers, hasToken } from '../accounts.ts';
import { projectRule } from '../rule.ts';

export default projectRule({
  id: 'project/workload-powerful-account',
  title: 'Pods with a service account that can take over',
  severity: 'high',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    kubescape: [
      {
        id: 'C-0267',
        relation: 'wider',
        note: 'also roles that read Secrets, run commands in pods or issue credentials',
        aliases: ['workload-with-cluster-takeover-roles'],
      },
      {
        id: 'C-0272',
        relation: 'wider',
        note: 'also roles with less than all rights',
        aliases: ['workload-with-administrative-roles'],
      },
      {
        id: 'C-0053',
        relation: 'narrower',
        note: 'only where pods use the account, and with dangerous rights',
        aliases: ['access-container-service-account-v1'],
      },
    ],
  },
  references: [
    {
      title: 'Role Based Access Control Good Practices',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    },
    { title: 'MITRE T1078', url: 'https://attack.mitre.org/techniques/T1078/' },
  ],
  messages: {
    cluster: '`{workload}` has the token of the service account `{account}`, which can {can} in every namespace.',
    namespace: '`{workload}` has the token of the service account `{account}`, which can {can} in its namespace.',
  },
  visit: {
    workload(context, workload, object, unit) {
      if (!hasToken(unit, object, workload)) return;
      const [worst] = accountPowers(unit, object, workload);
      if (!worst) return;
      const { power, role, binding, isCluster } = worst;
      context.report({
        at: object.place(workload.account.at),
        message: isCluster ? 'cluster' : 'namespace',
        ...(!isCluster && { severity: 'medium' }),
        data: { workload: workload.displayName, account: accountOf(workload) ?? '', can: power.can },
        related: [
          { at: binding.place(binding.facts.at), message: `\`${binding.facts.displayName}\` gives it \`${worst.roleName}\`.` },
          ...(role && power.at ? [{ at: role.place(power.at), message: `\`${role.facts.displayName}\` allows it here.` }] : []),
        ],
      });
    },
  },
});
