import { belowLimit } from '../model/quantity.ts';
import { kubernetesRule } from '../rule.ts';

const RESOURCES = ['memory', 'ephemeral-storage'];

export default kubernetesRule({
  id: 'kubernetes/request-below-limit',
  title: 'Container that may use more than is set aside for it',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-score': [
      { id: 'container-memory-requests-equal-limits', relation: 'equal' },
      { id: 'container-ephemeral-storage-request-equals-limit', relation: 'equal' },
      {
        id: 'container-resource-requests-equal-limits',
        relation: 'narrower',
        note: 'CPU may be shared: a container that gets less is only slower',
      },
    ],
  },
  references: [
    {
      title: 'Quality of service classes',
      url: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/',
    },
    {
      title: 'Resource management for pods and containers',
      url: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    },
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
  ],
  messages: {
    less: '`requests.{name}` ({request}) is less than `limits.{name}` ({limit}): more is used than the node has set aside.',
  },
  visit: {
    container(context, container) {
      const { requests, limits } = container.resources;
      for (const name of RESOURCES) {
        const found = belowLimit(requests, limits, name);
        if (found) context.report({ at: found.at, message: 'less', data: { name, request: found.request, limit: found.limit } });
      }
    },
  },
});
