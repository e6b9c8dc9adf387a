import { breaksOut } from '../../knowledge/ingress-nginx.ts';
import { removeKeys } from '../edit/paths.ts';
import { ingressOf } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

const CAUTION = 'What the annotation was to do is not done any more.';

export default kubernetesRule({
  id: 'kubernetes/ingress-nginx-annotation-injection',
  title: 'Annotation that breaks out of nginx configuration',
  severity: 'critical',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [{ id: 'KCV-0093', relation: 'equal', aliases: ['AVD-KCV-0093', 'KCV0093', 'insecure-ingress-nginx'] }],
  },
  references: [
    {
      title: 'Ingress-nginx CVE-2025-1974: what you need to know',
      url: 'https://kubernetes.io/blog/2025/03/24/ingress-nginx-cve-2025-1974/',
    },
    { title: 'CWE-94', url: 'https://cwe.mitre.org/data/definitions/94.html' },
  ],
  messages: {
    injected: 'The value of `{annotation}` holds characters that end the directive of nginx it is written into.',
  },
  visit: {
    object(context, object) {
      if (!ingressOf(object)) return;
      for (const { key, value } of object.metadata.annotations) {
        if (value.kind !== 'known' || !breaksOut(key, value.value)) continue;
        const offer = { title: `Remove \`${key}\``, safety: 'hardening', caution: CAUTION } as const;
        context.report({
          at: value.at,
          message: 'injected',
          data: { annotation: key },
          fixes: () => [removeKeys(object, object.metadata.fields.mapping('annotations'), [key], offer)],
        });
      }
    },
  },
});
