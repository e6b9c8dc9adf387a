import { secretInEntry } from '../../knowledge/secret-assignments.ts';
import { takeOut } from '../edit/config.ts';
import { configMapOf } from '../model/config-objects.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/secret-in-configmap',
  title: 'Secret in a ConfigMap',
  severity: 'high',
  confidence: 'medium',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0109',
        relation: 'narrower',
        note: 'only values that can be a secret, under names that say so',
        aliases: ['AVD-KSV-0109', 'KSV109', 'configMap_with_secrets'],
      },
      {
        id: 'KSV-01010',
        relation: 'narrower',
        note: 'only values that can be a secret, under names that say so',
        aliases: ['AVD-KSV-01010', 'KSV01010', 'configMap_with_sensitive'],
      },
    ],
    kubescape: [
      {
        id: 'C-0012',
        relation: 'narrower',
        note: 'only values that can be a secret, under names that say so',
        aliases: ['C-0259', 'rule-credentials-configmap'],
      },
    ],
    polaris: [
      {
        id: 'sensitiveConfigmapContent',
        relation: 'narrower',
        note: 'only values that can be a secret, under names that say so',
      },
    ],
  },
  references: [
    {
      title: 'Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
    { title: 'CWE-312', url: 'https://cwe.mitre.org/data/definitions/312.html' },
    { title: 'CWE-798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
    { title: 'MITRE T1552.001', url: 'https://attack.mitre.org/techniques/T1552/001/' },
  ],
  messages: {
    credential: 'Key `{key}` of a ConfigMap holds a {label}.',
    named: 'Key `{key}` of a ConfigMap looks like a secret.',
    inside: 'Key `{key}` of a ConfigMap sets `{name}`, which looks like a secret.',
  },
  visit: {
    object(context, object) {
      for (const entry of configMapOf(object)?.entries ?? []) {
        const found = entry.text === undefined ? undefined : secretInEntry(entry.key, entry.text);
        if (!found) continue;
        const isBlock = entry.node.style === 'literal' || entry.node.style === 'folded';
        context.report({
          at: isBlock ? entry.keyAt : entry.at,
          message: found.label !== undefined ? 'credential' : found.name !== undefined ? 'inside' : 'named',
          severity: found.label === undefined ? 'medium' : 'high',
          confidence: found.label === undefined ? 'medium' : 'high',
          data: { key: entry.key, label: found.label ?? '', name: found.name ?? '' },
          identity: `${entry.key} ${found.name ?? ''}`,
          fixes: () => [takeOut(object, entry)],
        });
      }
    },
  },
});
