import { kubernetesRule } from '../rule.ts';
import { missingResource, RESOURCE_MESSAGES } from '../shared/resource-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/cpu-request-missing',
  title: 'Container without CPU request',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0015',
        relation: 'narrower',
        note: 'not where there is a limit, which is the request then',
        aliases: ['AVD-KSV-0015', 'KSV015'],
      },
    ],
    checkov: [{ id: 'CKV_K8S_10', relation: 'narrower', note: 'not where there is a limit, which is the request then' }],
    kubescape: [
      {
        id: 'C-0268',
        relation: 'narrower',
        note: 'not where there is a limit, which is the request then',
        aliases: ['resources-cpu-requests'],
      },
    ],
    polaris: [{ id: 'cpuRequestsMissing', relation: 'narrower', note: 'not where there is a limit, which is the request then' }],
    kics: [
      {
        id: 'CPU requests not set',
        relation: 'narrower',
        note: 'not where there is a limit, which is the request then',
        aliases: ['cpu_requests_not_set'],
      },
    ],
    kubesec: [{ id: 'RequestsCPU', relation: 'narrower', note: 'not where there is a limit, which is the request then' }],
    'kube-linter': [{ id: 'unset-cpu-requirements', relation: 'narrower', note: 'together with `cpu-limit-missing`' }],
  },
  references: [
    {
      title: 'Resource management for pods and containers',
      url: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    },
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
  ],
  messages: RESOURCE_MESSAGES,
  visit: missingResource('requests', 'cpu'),
});
