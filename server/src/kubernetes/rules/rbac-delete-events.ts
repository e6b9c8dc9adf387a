import { DELETE_EVENTS } from '../../knowledge/rbac-risks.ts';
import { kubernetesRule } from '../rule.ts';
import { RISK_MESSAGES, riskReport, risksOf } from '../shared/rbac-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/rbac-delete-events',
  title: 'Role that can delete events',
  severity: 'medium',
  confidence: 'high',
  category: 'access-control',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0042',
        relation: 'narrower',
        note: '`pods/log` can only be read',
        aliases: ['AVD-KSV-0042', 'KSV042', 'no-delete-pod-logs'],
      },
    ],
    kubescape: [
      {
        id: 'C-0031',
        relation: 'wider',
        note: 'without a binding too; full wildcards are left to `rbac-wildcard`',
        aliases: ['rule-can-delete-k8s-events-v1'],
      },
    ],
  },
  references: [
    { title: 'Event v1', url: 'https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/' },
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'MITRE T1070', url: 'https://attack.mitre.org/techniques/T1070/' },
  ],
  messages: RISK_MESSAGES,
  visit: {
    object(context, object) {
      for (const found of risksOf(object, DELETE_EVENTS)) context.report(riskReport(found, 'medium'));
    },
  },
});
