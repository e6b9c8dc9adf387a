import { CREATE_VOLUMES } from '../../knowledge/rbac-risks.ts';
import { kubernetesRule } from '../rule.ts';
import { RISK_MESSAGES, riskReport, risksOf } from '../shared/rbac-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/rbac-create-persistent-volumes',
  title: 'Role that can make PersistentVolumes',
  severity: 'medium',
  confidence: 'high',
  category: 'access-control',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kubescape: [{ id: 'C-0278', relation: 'wider', note: 'without a binding too', aliases: ['rule-can-create-pv'] }],
  },
  references: [
    {
      title: 'RBAC good practices: privilege escalation risks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    },
    { title: 'CWE-269', url: 'https://cwe.mitre.org/data/definitions/269.html' },
    { title: 'CIS Kubernetes 5.1.9' },
  ],
  messages: RISK_MESSAGES,
  visit: {
    object(context, object) {
      for (const found of risksOf(object, CREATE_VOLUMES)) context.report(riskReport(found, 'medium'));
    },
  },
});
