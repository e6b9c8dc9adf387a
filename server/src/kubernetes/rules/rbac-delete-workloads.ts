import { DELETE_WORKLOADS } from '../../knowledge/rbac-risks.ts';
import { kubernetesRule } from '../rule.ts';
import { RISK_MESSAGES, riskReport, risksOf } from '../shared/rbac-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/rbac-delete-workloads',
  title: 'Role that can take programs down',
  severity: 'low',
  confidence: 'high',
  category: 'access-control',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kubescape: [{ id: 'C-0007', relation: 'wider', note: 'without a binding too', aliases: ['rule-excessive-delete-rights-v1'] }],
  },
  references: [
    { title: 'Using RBAC authorization', url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/' },
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'MITRE T1485', url: 'https://attack.mitre.org/techniques/T1485/' },
  ],
  messages: RISK_MESSAGES,
  visit: {
    object(context, object) {
      for (const found of risksOf(object, DELETE_WORKLOADS)) context.report(riskReport(found, 'low'));
    },
  },
});
