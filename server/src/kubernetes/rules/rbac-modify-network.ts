import { MODIFY_NETWORK } from '../../knowledge/rbac-risks.ts';
import { kubernetesRule } from '../rule.ts';
import { RISK_MESSAGES, riskReport, risksOf } from '../shared/rbac-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/rbac-modify-network',
  title: 'Role that can lead traffic elsewhere',
  severity: 'medium',
  confidence: 'high',
  category: 'access-control',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0056',
        relation: 'wider',
        note: 'names and groups by `*` too, and `services/status`',
        aliases: ['AVD-KSV-0056', 'KSV056', 'no-manage-networking-resources'],
      },
    ],
    checkov: [
      {
        id: 'CKV2_K8S_4',
        relation: 'narrower',
        note: '`services/status` of the core group only, where it is',
        aliases: ['ModifyServicesStatus'],
      },
    ],
  },
  references: [
    { title: 'CVE-2020-8554', url: 'https://github.com/kubernetes/kubernetes/issues/97076' },
    {
      title: 'RBAC good practices: privilege escalation risks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    },
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'MITRE T1557', url: 'https://attack.mitre.org/techniques/T1557/' },
  ],
  messages: RISK_MESSAGES,
  visit: {
    object(context, object) {
      for (const found of risksOf(object, MODIFY_NETWORK)) context.report(riskReport(found, 'medium'));
    },
  },
});
