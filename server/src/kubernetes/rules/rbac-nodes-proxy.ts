import { NODES_PROXY } from '../../knowledge/rbac-risks.ts';
import { kubernetesRule } from '../rule.ts';
import { RISK_MESSAGES, riskReport, risksOf } from '../shared/rbac-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/rbac-nodes-proxy',
  title: "Role with access to the kubelet's API",
  severity: 'high',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0047',
        relation: 'wider',
        note: 'every verb that the kubelet answers',
        aliases: ['AVD-KSV-0047', 'KSV047', 'no-privilege-escalation-from-node-proxy'],
      },
    ],
    checkov: [
      {
        id: 'CKV2_K8S_2',
        relation: 'wider',
        note: 'without a binding too, and `get`',
        aliases: ['NoCreateNodesProxyOrPodsExec'],
      },
    ],
    kubescape: [{ id: 'C-0279', relation: 'wider', note: 'without a binding too' }],
  },
  references: [
    {
      title: 'RBAC good practices: privilege escalation risks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    },
    { title: 'Kubelet authorization', url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/' },
    { title: 'CWE-269', url: 'https://cwe.mitre.org/data/definitions/269.html' },
    { title: 'CIS Kubernetes 5.1.10' },
  ],
  messages: RISK_MESSAGES,
  visit: {
    object(context, object) {
      for (const found of risksOf(object, NODES_PROXY)) context.report(riskReport(found, 'high'));
    },
  },
});
