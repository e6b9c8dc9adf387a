import { roleOf } from '../model/rbac.ts';
import { kubernetesRule } from '../rule.ts';
import { groupsOf, readOnly, textsOf, wildcardOf } from '../shared/rbac-wildcards.ts';

const EVERYTHING = 'rules that grant everything are told here alone';

export default kubernetesRule({
  id: 'kubernetes/rbac-wildcard',
  title: 'Wildcard in a role',
  severity: 'medium',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'kube-linter': [{ id: 'wildcard-in-rules', relation: 'equal' }],
    trivy: [
      {
        id: 'KSV-0044',
        relation: 'wider',
        note: 'one wildcard is enough',
        aliases: ['AVD-KSV-0044', 'KSV044', 'no-wildcard-verb-resource-role'],
      },
      { id: 'KSV-0045', relation: 'wider', note: 'any resource', aliases: ['AVD-KSV-0045', 'KSV045', 'no-wildcard-verb-role'] },
      {
        id: 'KSV-0046',
        relation: 'wider',
        note: 'any verb, and verbs by `*`',
        aliases: ['AVD-KSV-0046', 'KSV046', 'no-wildcard-resource-clusterrole'],
      },
      {
        id: 'KSV-0112',
        relation: 'wider',
        note: 'any verb, and verbs by `*`',
        aliases: ['AVD-KSV-0112', 'KSV112', 'no-wildcard-resource-role'],
      },
    ],
    checkov: [{ id: 'CKV_K8S_49', relation: 'wider', note: 'every rule, not the first alone', aliases: ['WildcardRoles'] }],
    kubescape: [
      { id: 'C-0187', relation: 'wider', note: 'one wildcard is enough' },
      { id: 'C-0031', relation: 'wider', note: EVERYTHING, aliases: ['rule-can-delete-k8s-events-v1'] },
      { id: 'C-0065', relation: 'wider', note: EVERYTHING, aliases: ['rule-can-impersonate-users-groups-v1'] },
    ],
    kics: [
      {
        id: 'RBAC wildcard in rule',
        relation: 'equal',
        aliases: ['6b896afb-ca07-467a-b256-1a0077a1c08e', 'rbac_wildcard_in_rule'],
      },
    ],
    polaris: [
      { id: 'clusterrolePodExecAttach', relation: 'wider', note: EVERYTHING },
      { id: 'rolePodExecAttach', relation: 'wider', note: EVERYTHING },
      { id: 'clusterrolebindingPodExecAttach', relation: 'wider', note: EVERYTHING },
      { id: 'rolebindingClusterRolePodExecAttach', relation: 'wider', note: EVERYTHING },
      { id: 'rolebindingRolePodExecAttach', relation: 'wider', note: EVERYTHING },
      { id: 'clusterrolebindingClusterAdmin', relation: 'wider', note: EVERYTHING },
      { id: 'rolebindingClusterAdminClusterRole', relation: 'wider', note: EVERYTHING },
      { id: 'rolebindingClusterAdminRole', relation: 'wider', note: EVERYTHING },
    ],
    semgrep: [{ id: 'legacy-api-clusterrole-excessive-permissions', relation: 'wider', note: 'every group and verb' }],
  },
  references: [
    {
      title: 'RBAC good practices: least privilege',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Kubernetes 5.1.3' },
  ],
  messages: {
    everything: '`{role}` grants every verb on every resource of {groups}.',
    resources: '`{role}` grants `{verbs}` on every resource of {groups}, those of the future too.',
    verbs: '`{role}` grants every verb on `{resources}`.',
    urls: '`{role}` grants every path of the API server.',
  },
  visit: {
    object(context, object) {
      const role = roleOf(object);
      if (!role || role.isBuiltIn) return;
      for (const rule of role.rules.items) {
        const found = wildcardOf(role, rule);
        if (!found) continue;
        context.report({
          at: found.at,
          message: found.message,
          severity: found.severity,
          data: {
            role: object.displayName,
            groups: groupsOf(rule),
            verbs: textsOf(rule, 'verbs'),
            resources: textsOf(rule, 'resources'),
          },
          fixes: () => [readOnly(role, rule, found.message)],
        });
      }
    },
  },
});
