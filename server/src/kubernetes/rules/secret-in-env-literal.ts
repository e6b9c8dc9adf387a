import { judgeSecretValue, looksLikeSecretName } from '../../knowledge/secrets.ts';
import { referToSecret } from '../edit.ts';
import { kubernetesRule } from '../rule.ts';

const NAMES = 'only values that can be a secret, under names that say so';

export default kubernetesRule({
  id: 'kubernetes/secret-in-env-literal',
  title: 'Secret in an environment variable',
  severity: 'high',
  confidence: 'medium',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'kube-linter': [
      { id: 'env-var-secret', relation: 'wider', note: 'also passwords, tokens and keys; not names such as `SECRET_NAME`' },
    ],
    kubescape: [{ id: 'C-0012', relation: 'narrower', note: NAMES, aliases: ['rule-credentials-in-env-var'] }],
    polaris: [{ id: 'sensitiveContainerEnvVar', relation: 'narrower', note: NAMES }],
  },
  references: [
    {
      title: 'Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
    { title: 'CWE-798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
    { title: 'CWE-256', url: 'https://cwe.mitre.org/data/definitions/256.html' },
    { title: 'MITRE T1552', url: 'https://attack.mitre.org/techniques/T1552/' },
  ],
  messages: {
    credential: 'Variable `{name}` holds a {label} in plain text.',
    literal: 'Variable `{name}` looks like a secret and is set in plain text.',
    weak: 'Variable `{name}` looks like a secret and has a value that attackers try first.',
  },
  visit: {
    container(context, container) {
      for (const variable of container.env.items) {
        const { name, value } = variable;
        if (name.kind !== 'known' || value.kind !== 'known') continue;
        const judged = judgeSecretValue(value.value);
        const isLiteral = judged.kind === 'literal' || (judged.kind === 'placeholder' && judged.weak);
        if (judged.kind !== 'credential' && !(isLiteral && looksLikeSecretName(name.value))) continue;
        const isCredential = judged.kind === 'credential';
        context.report({
          at: value.at,
          message: isCredential ? 'credential' : isLiteral && judged.weak ? 'weak' : 'literal',
          severity: isCredential ? 'high' : 'medium',
          confidence: isCredential ? 'high' : 'medium',
          data: { name: name.value, label: isCredential ? judged.label : '' },
          identity: name.value,
          fixes: () => [referToSecret(container, variable, name.value)],
        });
      }
    },
  },
});
