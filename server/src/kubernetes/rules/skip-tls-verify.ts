import { removeKeys } from '../edit/paths.ts';
import { uncheckedConnections } from '../model/unchecked-connections.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/skip-tls-verify',
  title: 'Connection without check of the certificate',
  severity: 'high',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    semgrep: [
      { id: 'skip-tls-verify-cluster', relation: 'equal' },
      { id: 'skip-tls-verify-service', relation: 'equal' },
    ],
  },
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'kubeconfig (v1)', url: 'https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/' },
  ],
  messages: {
    unchecked: '`{key}` switches off the check of whom it talks to.',
  },
  visit: {
    object(context, object) {
      for (const { fields, key, at } of uncheckedConnections(object)) {
        const offer = {
          title: `Remove \`${key}\``,
          safety: 'hardening',
          caution: 'It fails until the certificate of the CA is given.',
        } as const;
        context.report({ at, message: 'unchecked', data: { key }, fixes: () => [removeKeys(object, fields, [key], offer)] });
      }
    },
  },
});
