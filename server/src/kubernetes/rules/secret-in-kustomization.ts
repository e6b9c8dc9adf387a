import { secretInEntry } from '../../knowledge/secret-assignments.ts';
import { generatorsOf } from '../model/kustomization.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/secret-in-kustomization',
  title: 'Secret written in a kustomization',
  severity: 'high',
  confidence: 'medium',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    {
      title: 'Kustomize: secretGenerator',
      url: 'https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/secretgenerator/',
    },
    { title: 'CWE-312', url: 'https://cwe.mitre.org/data/definitions/312.html' },
    { title: 'CWE-798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
    { title: 'MITRE T1552.001', url: 'https://attack.mitre.org/techniques/T1552/001/' },
  ],
  messages: {
    credential: 'Literal `{name}` of a {kind} generator is a {label}.',
    named: 'Literal `{name}` of a {kind} generator looks like a secret.',
  },
  visit: {
    object(context, object) {
      for (const { kind, literals } of generatorsOf(object)) {
        for (const { name, text, at } of literals) {
          const found = secretInEntry(name, text);
          if (!found) continue;
          context.report({
            at,
            message: found.label === undefined ? 'named' : 'credential',
            severity: found.label === undefined ? 'medium' : 'high',
            data: { kind, name, label: found.label ?? '' },
            identity: `${kind} ${name}`,
          });
        }
      }
    },
  },
});
