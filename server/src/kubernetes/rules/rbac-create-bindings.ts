import { CREATE_BINDINGS } from '../../knowledge/rbac-risks.ts';
import { kubernetesRule } from '../rule.ts';
import { RISK_MESSAGES, riskReport, risksOf } from '../shared/rbac-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/rbac-create-bindings',
  title: 'Role that can give roles to others',
  severity: 'medium',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0051',
        relation: 'wider',
        note: 'without `bind` too',
        aliases: ['AVD-KSV-0051', 'KSV051', 'do-not-allow-role-binding-associate-privileged-role'],
      },
      {
        id: 'KSV-0052',
        relation: 'wider',
        note: 'without `bind` too',
        aliases: ['AVD-KSV-0052', 'KSV052', 'allow-role-clusterrolebindings-associate-privileged-cluster-role'],
      },
      {
        id: 'KSV-0055',
        relation: 'wider',
        note: '`create` and `update` too',
        aliases: ['AVD-KSV-0055', 'KSV055', 'view-all-secrets'],
      },
    ],
    checkov: [{ id: 'CKV2_K8S_1', relation: 'wider', note: 'without a binding too', aliases: ['RoleBindingPE'] }],
  },
  references: [
    {
      title: 'RBAC good practices: privilege escalation risks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    },
    {
      title: 'Restrictions on role binding creation or update',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#restrictions-on-role-binding-creation-or-update',
    },
    { title: 'CWE-269', url: 'https://cwe.mitre.org/data/definitions/269.html' },
    { title: 'MITRE T1098', url: 'https://attack.mitre.org/techniques/T1098/' },
  ],
  messages: RISK_MESSAGES,
  visit: {
    object(context, object) {
      for (const found of risksOf(object, CREATE_BINDINGS)) context.report(riskReport(found, 'medium'));
    },
  },
});
