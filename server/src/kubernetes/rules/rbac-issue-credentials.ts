import { ISSUE_CREDENTIALS } from '../../knowledge/rbac-risks.ts';
import { kubernetesRule } from '../rule.ts';
import { RISK_MESSAGES, riskReport, risksOf } from '../shared/rbac-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/rbac-issue-credentials',
  title: 'Role that can issue credentials for others',
  severity: 'high',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [
      {
        id: 'CKV_K8S_156',
        relation: 'wider',
        note: 'without `approve` on the signer too, and tokens',
        aliases: ['RbacApproveCertificateSigningRequests'],
      },
    ],
    kubescape: [
      {
        id: 'C-0280',
        relation: 'wider',
        note: 'without a binding too, and tokens',
        aliases: ['rule-can-approve-cert-signing-request'],
      },
      { id: 'C-0282', relation: 'wider', note: 'without a binding too, and certificates' },
    ],
  },
  references: [
    {
      title: 'RBAC good practices: privilege escalation risks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    },
    {
      title: 'Certificate signing requests: authorization',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#authorization',
    },
    { title: 'CWE-269', url: 'https://cwe.mitre.org/data/definitions/269.html' },
    { title: 'CIS Kubernetes 5.1.11, 5.1.13' },
  ],
  messages: RISK_MESSAGES,
  visit: {
    object(context, object) {
      for (const found of risksOf(object, ISSUE_CREDENTIALS)) context.report(riskReport(found, 'high'));
    },
  },
});
