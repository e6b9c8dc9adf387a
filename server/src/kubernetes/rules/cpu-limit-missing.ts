import { kubernetesRule } from '../rule.ts';
import { missingResource, RESOURCE_MESSAGES } from '../shared/resource-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/cpu-limit-missing',
  title: 'Container without CPU limit',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    trivy: [{ id: 'KSV-0011', relation: 'equal', aliases: ['AVD-KSV-0011', 'KSV011', 'limit-cpu'] }],
    checkov: [{ id: 'CKV_K8S_11', relation: 'equal' }],
    kubescape: [
      {
        id: 'C-0303',
        relation: 'narrower',
        note: 'that there is a limit; how high it may be is a setting of theirs',
        aliases: ['resources-sandbox-cpu-limits'],
      },
      { id: 'C-0270', relation: 'equal', aliases: ['resources-cpu-limits'] },
      { id: 'C-0050', relation: 'narrower', note: 'no comparison with configured sizes' },
      { id: 'C-0009', relation: 'equal', note: 'together with `memory-limit-missing`', aliases: ['resource-policies'] },
    ],
    polaris: [{ id: 'cpuLimitsMissing', relation: 'equal' }],
    kics: [
      { id: 'CPU limits not set', relation: 'equal', aliases: ['4ac0e2b7-d2d2-4af7-8799-e8de6721ccda', 'cpu_limits_not_set'] },
    ],
    kubesec: [{ id: 'LimitsCPU', relation: 'wider', note: 'each container, not only one' }],
    'kube-score': [{ id: 'container-resources', relation: 'narrower', note: 'one of the four values it asks for' }],
    'kube-linter': [
      { id: 'unset-cpu-requirements', relation: 'narrower', note: 'together with `cpu-request-missing`; not in patches' },
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
  visit: missingResource('limits', 'cpu'),
});
