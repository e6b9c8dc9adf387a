import { kubernetesRule } from '../rule.ts';
import { missingResource, RESOURCE_MESSAGES } from '../shared/resource-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/memory-request-missing',
  title: 'Container without memory request',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0016',
        relation: 'narrower',
        note: 'not where there is a limit, which is the request then',
        aliases: ['AVD-KSV-0016', 'KSV016', 'no-unspecified-memory-requests'],
      },
    ],
    checkov: [{ id: 'CKV_K8S_12', relation: 'narrower', note: 'not where there is a limit, which is the request then' }],
    kubescape: [
      {
        id: 'C-0269',
        relation: 'narrower',
        note: 'not where there is a limit, which is the request then',
        aliases: ['resources-memory-requests'],
      },
    ],
    polaris: [
      { id: 'memoryRequestsMissing', relation: 'narrower', note: 'not where there is a limit, which is the request then' },
    ],
    kics: [
      {
        id: 'Memory requests not defined',
        relation: 'narrower',
        note: 'not where there is a limit, which is the request then',
        aliases: ['229588ef-8fde-40c8-8756-f4f2b5825ded', 'memory_requests_not_defined'],
      },
    ],
    kubesec: [{ id: 'RequestsMemory', relation: 'narrower', note: 'not where there is a limit, which is the request then' }],
    'kube-linter': [{ id: 'unset-memory-requirements', relation: 'narrower', note: 'together with `memory-limit-missing`' }],
  },
  references: [
    {
      title: 'Resource management for pods and containers',
      url: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    },
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
  ],
  messages: RESOURCE_MESSAGES,
  visit: missingResource('requests', 'memory'),
});
