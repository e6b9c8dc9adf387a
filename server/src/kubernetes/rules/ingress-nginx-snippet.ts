import { isSnippet } from '../../knowledge/ingress-nginx.ts';
import { removeKeys } from '../edit/paths.ts';
import { configMapOf } from '../model/config-objects.ts';
import { ingressOf } from '../model/network.ts';
import { kubernetesRule } from '../rule.ts';

const REMOVE = { safety: 'hardening', caution: 'What the snippet configured no longer holds.' } as const;

export default kubernetesRule({
  id: 'kubernetes/ingress-nginx-snippet',
  title: 'Configuration of nginx in an Ingress',
  severity: 'high',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [
      { id: 'CKV_K8S_152', relation: 'wider', note: 'any snippet, whatever it holds' },
      { id: 'CKV_K8S_153', relation: 'wider', note: 'any snippet' },
      { id: 'CKV_K8S_154', relation: 'wider', note: 'any snippet, whatever it holds' },
    ],
    kubescape: [{ id: 'C-0059', relation: 'related', note: 'it looks at the version and settings of the controller' }],
  },
  references: [
    { title: 'CVE-2021-25742', url: 'https://github.com/kubernetes/ingress-nginx/issues/7837' },
    {
      title: 'ingress-nginx: annotation risks',
      url: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations-risk/',
    },
  ],
  messages: {
    snippet: '`{annotation}` puts its text into the configuration of nginx, which can read the Secrets of all Ingresses.',
    allowed:
      '`{annotation}` lets every Ingress put text into the configuration of nginx, which can read the Secrets of all Ingresses.',
  },
  visit: {
    object(context, object) {
      if (ingressOf(object)) {
        for (const { key, keyAt } of object.metadata.annotations.filter((entry) => isSnippet(entry.key))) {
          const offer = { ...REMOVE, title: `Remove \`${key}\`` };
          context.report({
            at: keyAt,
            message: 'snippet',
            data: { annotation: key },
            fixes: () => [removeKeys(object, object.metadata.fields.mapping('annotations'), [key], offer)],
          });
        }
      }
      for (const { key, at, text } of configMapOf(object)?.entries ?? []) {
        if (key !== 'allow-snippet-annotations' || text?.trim() !== 'true') continue;
        const offer = { ...REMOVE, title: `Remove \`${key}\`` };
        context.report({
          at,
          message: 'allowed',
          data: { annotation: key },
          fixes: () => [removeKeys(object, object.fields.mapping('data'), [key], offer)],
        });
      }
    },
  },
});
