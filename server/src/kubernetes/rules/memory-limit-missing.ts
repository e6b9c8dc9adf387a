import { kubernetesRule } from '../rule.ts';
import { missingResource, RESOURCE_MESSAGES } from '../shared/resource-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/memory-limit-missing',
  title: 'Container without memory limit',
  severity: 'low',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    trivy: [{ id: 'KSV-0018', relation: 'equal', aliases: ['AVD-KSV-0018', 'KSV018', 'limit-memory'] }],
    checkov: [{ id: 'CKV_K8S_13', relation: 'equal' }],
    kubescape: [
      {
        id: 'C-0303',
        relation: 'narrower',
        note: 'that there is a limit; how high it may be is a setting of theirs',
        aliases: ['resources-sandbox-memory-limits'],
      },
      { id: 'C-0271', relation: 'equal', aliases: ['resources-memory-limits'] },
      { id: 'C-0004', relation: 'narrower', note: 'no comparison with configured sizes' },
      { id: 'C-0009', relation: 'equal', note: 'together with `cpu-limit-missing`', aliases: ['resource-policies'] },
    ],
    polaris: [{ id: 'memoryLimitsMissing', relation: 'equal' }],
    kics: [
      {
        id: 'Memory limits not defined',
        relation: 'equal',
        aliases: ['b14d1bc4-a208-45db-92f0-e21f8e2588e9', 'memory_limits_not_defined'],
      },
    ],
    kubesec: [{ id: 'LimitsMemory', relation: 'wider', note: 'each container, not only one' }],
    'kube-score': [{ id: 'container-resources', relation: 'narrower', note: 'one of the four values it asks for' }],
    'kube-linter': [
      { id: 'unset-memory-requirements', relation: 'narrower', note: 'together with `memory-request-missing`; not in patches' },
    ],
  },
  references: [
    {
      title: 'Resource management for pods and containers',
      url: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    },
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
  ],
  messages: RESOURCE_MESSAGES,
  visit: missingResource('limits', 'memory'),
});
