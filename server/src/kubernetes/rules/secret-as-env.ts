import { valueOf } from '../../core/value.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/secret-as-env',
  title: 'Secret as an environment variable',
  severity: 'low',
  confidence: 'high',
  category: 'secrets',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'read-secret-from-env-var', relation: 'wider', note: '`envFrom` too' }],
    checkov: [{ id: 'CKV_K8S_35', relation: 'equal', aliases: ['Secrets'] }],
    kubescape: [{ id: 'C-0207', relation: 'equal', aliases: ['rule-secrets-in-env-var'] }],
    kubesec: [{ id: 'SecretsAsEnvironmentVariables', relation: 'equal' }],
    kics: [
      {
        id: 'Secrets used as environment variables',
        relation: 'equal',
        aliases: ['3d658f8b-d988-41a0-a841-40043121de1e', 'secrets_as_environment_variables'],
      },
    ],
  },
  references: [
    {
      title: 'Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
    { title: 'CIS Kubernetes 5.4.1' },
    { title: 'CWE-526', url: 'https://cwe.mitre.org/data/definitions/526.html' },
  ],
  messages: {
    variable: 'Variable `{name}` holds a Secret, which every child process and crash report of the program gets too.',
    all: 'Container `{container}` has all of the Secret `{secret}` as variables, which every child process and crash report gets too.',
  },
  visit: {
    container(context, container) {
      for (const { name, secretKeyRef } of container.env.items) {
        if (!secretKeyRef.present) continue;
        const at = secretKeyRef.value.at;
        context.report({ at: { ...at, span: at.key ?? at.span }, message: 'variable', data: { name: valueOf(name) ?? '' } });
      }
      for (const { secretRef } of container.envFrom.items) {
        if (!secretRef.present) continue;
        const at = secretRef.value.at;
        const data = { container: container.label, secret: valueOf(secretRef.string('name')) ?? '' };
        context.report({ at: { ...at, span: at.key ?? at.span }, message: 'all', data });
      }
    },
  },
});
