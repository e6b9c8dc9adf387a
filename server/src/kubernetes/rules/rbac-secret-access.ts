import { SECRET_ACCESS } from '../../knowledge/rbac-risks.ts';
import { kubernetesRule } from '../rule.ts';
import { RISK_MESSAGES, riskReport, risksOf } from '../shared/rbac-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/rbac-secret-access',
  title: 'Role with access to all Secrets',
  severity: 'high',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0041',
        relation: 'wider',
        note: 'names and groups by `*` too; `impersonate` on Secrets is no permission',
        aliases: ['AVD-KSV-0041', 'KSV041', 'no-manage-secrets'],
      },
      {
        id: 'KSV-0113',
        relation: 'wider',
        note: 'names and groups by `*` too; `impersonate` on Secrets is no permission',
        aliases: ['AVD-KSV-0113', 'KSV113', 'no-manage-ns-secrets'],
      },
    ],
    checkov: [{ id: 'CKV2_K8S_5', relation: 'wider', note: 'without a binding too, and writing' }],
    kubescape: [
      {
        id: 'C-0015',
        relation: 'wider',
        note: 'without a binding too, and writing',
        aliases: ['C-0186', 'rule-can-list-get-secrets-v1'],
      },
    ],
    'kube-linter': [{ id: 'access-to-secrets', relation: 'wider', note: 'without a binding too' }],
    kics: [
      {
        id: 'RBAC roles with read secrets permissions',
        relation: 'wider',
        note: 'writing too',
        aliases: ['b7bca5c4-1dab-4c2c-8cbe-3050b9d59b14', 'rbac_roles_with_read_secrets_permissions'],
      },
      {
        id: 'ServiceAccount allows access to secrets',
        relation: 'wider',
        note: 'without a binding too, and for other subjects',
        aliases: ['056ac60e-fe07-4acc-9b34-8e1d51716ab9', 'service_account_allows_access_secrets'],
      },
    ],
  },
  references: [
    {
      title: 'RBAC good practices: privilege escalation risks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    },
    {
      title: 'Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
    { title: 'CWE-522', url: 'https://cwe.mitre.org/data/definitions/522.html' },
    { title: 'CIS Kubernetes 5.1.2' },
    { title: 'MITRE T1552.007', url: 'https://attack.mitre.org/techniques/T1552/007/' },
  ],
  messages: RISK_MESSAGES,
  visit: {
    object(context, object) {
      for (const found of risksOf(object, SECRET_ACCESS))
        context.report(riskReport(found, found.role.isCluster ? 'high' : 'medium'));
    },
  },
});
