import { type FoundSecret, secretInEntry } from '../../knowledge/secret-assignments.ts';
import { takeOut } from '../edit/config.ts';
import { type DataEntry, secretOf } from '../model/config-objects.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/secret-plain-manifest',
  title: 'Secret in plain text in a manifest',
  severity: 'high',
  confidence: 'medium',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    semgrep: [
      { id: 'secrets-in-config-file', relation: 'narrower', note: 'only values that can be a secret, under names that say so' },
    ],
    kics: [
      {
        id: 'Using Kubernetes native secret management',
        relation: 'wider',
        note: 'also beside a SecretProviderClass',
        aliases: ['b9c83569-459b-4110-8f79-6305aa33cb37', 'using_kubernetes_native_secret_management'],
      },
    ],
  },
  references: [
    {
      title: 'Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
    { title: 'CIS Kubernetes 5.4.2' },
    { title: 'CWE-312', url: 'https://cwe.mitre.org/data/definitions/312.html' },
    { title: 'CWE-798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
    { title: 'MITRE T1552.001', url: 'https://attack.mitre.org/techniques/T1552/001/' },
  ],
  messages: {
    credential: 'Key `{key}` of a Secret holds a {label}, readable by everyone who has this file.',
    literal: 'Key `{key}` of a Secret has its value in this file; base64 hides nothing.',
    weak: 'Key `{key}` of a Secret has a value that attackers try first.',
  },
  visit: {
    object(context, object) {
      for (const entry of secretOf(object)?.entries ?? []) {
        const text = finalText(entry);
        const found = text === undefined ? undefined : (secretInEntry(entry.key, text) ?? byKey(entry.key, text));
        if (!found) continue;
        const isBlock = entry.node.style === 'literal' || entry.node.style === 'folded';
        context.report({
          at: isBlock ? entry.keyAt : entry.at,
          message: found.label !== undefined ? 'credential' : found.weak ? 'weak' : 'literal',
          severity: found.label === undefined ? 'medium' : 'high',
          confidence: found.label === undefined ? 'medium' : 'high',
          data: { key: entry.key, label: found.label ?? '' },
          identity: entry.key,
          fixes: () => [takeOut(object, entry)],
        });
      }
    },
  },
});

/** Registry logins, whose passwords stand in JSON (https://kubernetes.io/docs/concepts/configuration/secret/#docker-config-secrets). */
function byKey(key: string, text: string): FoundSecret | undefined {
  const isLogin =
    (key === '.dockerconfigjson' || key === '.dockercfg') && /"(?:auth|password|identitytoken)"\s*:\s*"[^"{$<]+"/.test(text);
  return isLogin ? { name: undefined, label: 'registry login', weak: false } : undefined;
}

/** A `$` in a password is one: no tool looks for variables in what base64 hides. */
function finalText({ text, isEncoded }: DataEntry): string | undefined {
  return isEncoded ? text?.replace(/\$(?![{(])/g, 'x') : text;
}
