import { WEBHOOK_CONFIG } from '../../knowledge/rbac-risks.ts';
import { kubernetesRule } from '../rule.ts';
import { RISK_MESSAGES, riskReport, risksOf } from '../shared/rbac-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/rbac-webhook-config',
  title: 'Role that can change admission control',
  severity: 'high',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0114',
        relation: 'wider',
        note: 'admission policies too',
        aliases: ['AVD-KSV-0114', 'KSV114', 'no-manage-webhook'],
      },
    ],
    checkov: [
      { id: 'CKV_K8S_155', relation: 'wider', note: '`delete` and admission policies too', aliases: ['RbacControlWebhooks'] },
    ],
    kubescape: [{ id: 'C-0281', relation: 'wider', note: 'without a binding too, and admission policies' }],
  },
  references: [
    {
      title: 'RBAC good practices: privilege escalation risks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    },
    {
      title: 'Dynamic admission control',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/',
    },
    { title: 'CWE-269', url: 'https://cwe.mitre.org/data/definitions/269.html' },
    { title: 'CIS Kubernetes 5.1.12' },
  ],
  messages: RISK_MESSAGES,
  visit: {
    object(context, object) {
      for (const found of risksOf(object, WEBHOOK_CONFIG)) context.report(riskReport(found, 'high'));
    },
  },
});
