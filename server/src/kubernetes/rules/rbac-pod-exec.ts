import { POD_EXEC } from '../../knowledge/rbac-risks.ts';
import { kubernetesRule } from '../rule.ts';
import { RISK_MESSAGES, riskReport, risksOf } from '../shared/rbac-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/rbac-pod-exec',
  title: 'Role that can get into running pods',
  severity: 'high',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0053',
        relation: 'wider',
        note: 'without `get` on pods too',
        aliases: ['AVD-KSV-0053', 'KSV053', 'no-getting-shell-pods'],
      },
      {
        id: 'KSV-0054',
        relation: 'wider',
        note: 'without `get` on pods too',
        aliases: ['AVD-KSV-0054', 'KSV054', 'no-attaching-shell-pods'],
      },
    ],
    checkov: [
      {
        id: 'CKV2_K8S_2',
        relation: 'wider',
        note: 'without a binding too; `nodes/proxy` is in `rbac-nodes-proxy`',
        aliases: ['NoCreateNodesProxyOrPodsExec'],
      },
    ],
    kubescape: [
      {
        id: 'C-0002',
        relation: 'narrower',
        note: '`pods/*` grants nothing, full wildcards are left to `rbac-wildcard`',
        aliases: ['exec-into-container-v1'],
      },
      { id: 'C-0063', relation: 'narrower', note: 'full wildcards are left to `rbac-wildcard`' },
    ],
    polaris: [
      {
        id: 'clusterrolePodExecAttach',
        relation: 'wider',
        note: 'port forwarding and debug containers too; full wildcards are left to `rbac-wildcard`',
      },
      {
        id: 'rolePodExecAttach',
        relation: 'wider',
        note: 'port forwarding and debug containers too; full wildcards are left to `rbac-wildcard`',
      },
      {
        id: 'clusterrolebindingPodExecAttach',
        relation: 'wider',
        note: 'port forwarding and debug containers too; full wildcards are left to `rbac-wildcard`',
      },
      {
        id: 'rolebindingClusterRolePodExecAttach',
        relation: 'wider',
        note: 'port forwarding and debug containers too; full wildcards are left to `rbac-wildcard`',
      },
      {
        id: 'rolebindingRolePodExecAttach',
        relation: 'wider',
        note: 'port forwarding and debug containers too; full wildcards are left to `rbac-wildcard`',
      },
    ],
    kics: [
      {
        id: 'RBAC roles with exec permission',
        relation: 'wider',
        note: '`get` and debug containers too',
        aliases: ['c589f42c-7924-4871-aee2-1cede9bc7cbc', 'rbac_roles_with_exec_permission'],
      },
      {
        id: 'RBAC roles with attach permission',
        relation: 'wider',
        note: '`get` too',
        aliases: ['d45330fd-f58d-45fb-a682-6481477a0f84', 'rbac_roles_with_attach_permission'],
      },
      {
        id: 'RBAC roles with port-forwarding permission',
        relation: 'wider',
        note: '`get` too',
        aliases: ['38fa11ef-dbcc-4da8-9680-7e1fd855b6fb', 'rbac_roles_with_portforwarding_permissions'],
      },
    ],
  },
  references: [
    {
      title: 'RBAC good practices: privilege escalation risks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    },
    { title: 'CWE-269', url: 'https://cwe.mitre.org/data/definitions/269.html' },
    { title: 'MITRE T1609', url: 'https://attack.mitre.org/techniques/T1609/' },
    {
      title: 'Authorization for WebSocket requests',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authorization/',
    },
  ],
  messages: RISK_MESSAGES,
  visit: {
    object(context, object) {
      for (const found of risksOf(object, POD_EXEC)) context.report(riskReport(found, 'high'));
    },
  },
});
