import { ESCALATION } from '../../knowledge/rbac-risks.ts';
import { kubernetesRule } from '../rule.ts';
import { RISK_MESSAGES, riskReport, risksOf } from '../shared/rbac-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/rbac-escalate-bind-impersonate',
  title: 'Role that can raise its own rights',
  severity: 'critical',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0043',
        relation: 'wider',
        note: 'users and service accounts too',
        aliases: ['AVD-KSV-0043', 'KSV043', 'no-impersonate-privileged-groups'],
      },
      {
        id: 'KSV-0050',
        relation: 'wider',
        note: '`impersonate` too',
        aliases: ['AVD-KSV-0050', 'KSV050', 'no-manage-rbac-resources', 'no-privilege-escalation-rbac'],
      },
    ],
    checkov: [
      {
        id: 'CKV_K8S_157',
        relation: 'wider',
        note: 'the verb is looked for on roles, where it is checked; `escalate` and `impersonate` too',
        aliases: ['RbacBindRoleBindings'],
      },
      { id: 'CKV_K8S_158', relation: 'wider', note: '`bind` and `impersonate` too', aliases: ['RbacEscalateRoles'] },
      {
        id: 'CKV2_K8S_3',
        relation: 'wider',
        note: 'without a binding too, and `bind` and `escalate`',
        aliases: ['ImpersonatePermissions'],
      },
    ],
    kubescape: [
      {
        id: 'C-0065',
        relation: 'wider',
        note: 'without a binding too, and `bind` and `escalate`',
        aliases: ['rule-can-impersonate-users-groups-v1'],
      },
      { id: 'C-0191', relation: 'wider', note: 'without a binding too, and `impersonate`', aliases: ['rule-can-bind-escalate'] },
    ],
    kics: [
      {
        id: 'RBAC roles allow privilege escalation',
        relation: 'wider',
        note: '`impersonate` too',
        aliases: ['8320826e-7a9c-4b0b-9535-578333193432', 'rbac_roles_allow_privilege_escalation'],
      },
      {
        id: 'RBAC roles with impersonate permission',
        relation: 'wider',
        note: '`bind` and `escalate` too',
        aliases: ['9f85c3f6-26fd-4007-938a-2e0cb0100980', 'rbac_roles_with_impersonate_permission'],
      },
    ],
  },
  references: [
    {
      title: 'RBAC good practices: privilege escalation risks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    },
    {
      title: 'Privilege escalation prevention and bootstrapping',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping',
    },
    { title: 'User impersonation', url: 'https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/' },
    { title: 'CWE-269', url: 'https://cwe.mitre.org/data/definitions/269.html' },
    { title: 'CIS Kubernetes 5.1.8' },
  ],
  messages: RISK_MESSAGES,
  visit: {
    object(context, object) {
      for (const found of risksOf(object, ESCALATION)) context.report(riskReport(found, 'critical'));
    },
  },
});
