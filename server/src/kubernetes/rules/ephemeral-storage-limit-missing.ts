import { kubernetesRule } from '../rule.ts';
import { missingResource, RESOURCE_MESSAGES } from '../shared/resource-findings.ts';

export default kubernetesRule({
  id: 'kubernetes/ephemeral-storage-limit-missing',
  title: 'Container without limit for local storage',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-score': [
      {
        id: 'container-ephemeral-storage-request-and-limit',
        relation: 'narrower',
        note: 'not where only the request is missing: the limit is the request then',
      },
    ],
  },
  references: [
    {
      title: 'Local ephemeral storage',
      url: 'https://kubernetes.io/docs/concepts/storage/ephemeral-storage/',
    },
    {
      title: 'Resource management for pods and containers',
      url: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    },
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
  ],
  messages: RESOURCE_MESSAGES,
  visit: missingResource('limits', 'ephemeral-storage'),
});
