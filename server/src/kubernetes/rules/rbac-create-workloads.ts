import { CREATE_WORKLOADS } from '../../knowledge/rbac-risks.ts';
import { kubernetesRule } from '../rule.ts';
import { RISK_MESSAGES, riskReport, risksOf } from '../shared/rbac-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/rbac-create-workloads',
  title: 'Role that can start pods',
  severity: 'medium',
  confidence: 'high',
  category: 'access-control',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0048',
        relation: 'wider',
        note: '`patch` too',
        aliases: ['AVD-KSV-0048', 'KSV048', 'deny-create-update-malicious-pod'],
      },
    ],
    kubescape: [
      { id: 'C-0188', relation: 'wider', note: 'without a binding too, and `update`', aliases: ['rule-can-create-pod'] },
    ],
    'kube-linter': [{ id: 'access-to-create-pods', relation: 'wider', note: 'without a binding too, and `update`' }],
    kics: [
      {
        id: 'Permissive access to create Pods',
        relation: 'wider',
        note: 'controllers and `update` too',
        aliases: ['592ad21d-ad9b-46c6-8d2d-fad09d62a942', 'permissive_access_to_create_pods'],
      },
    ],
  },
  references: [
    {
      title: 'RBAC good practices: privilege escalation risks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    },
    { title: 'CWE-269', url: 'https://cwe.mitre.org/data/definitions/269.html' },
    { title: 'CIS Kubernetes 5.1.4' },
    { title: 'MITRE T1610', url: 'https://attack.mitre.org/techniques/T1610/' },
  ],
  messages: RISK_MESSAGES,
  visit: {
    object(context, object) {
      for (const found of risksOf(object, CREATE_WORKLOADS)) context.report(riskReport(found, 'medium'));
    },
  },
});
