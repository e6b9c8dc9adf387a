import { valueOf } from '../../core/value.ts';
import { isWeakPassword, judgeSecretValue, looksLikeSecretName } from '../../knowledge/secrets.ts';
import { composeRule } from '../rule.ts';

function secretOf(name: string, value: string): 'secret' | 'weak' | 'credential' | undefined {
  const judged = judgeSecretValue(value);
  if (judged.kind === 'credential') return 'credential';
  if (!looksLikeSecretName(name) || (judged.kind !== 'literal' && !(judged.kind === 'placeholder' && judged.weak)))
    return undefined;
  return judged.weak || isWeakPassword(value) ? 'weak' : 'secret';
}

export default composeRule({
  id: 'compose/secret-in-env-file',
  title: 'Secret in a file of variables',
  severity: 'low',
  confidence: 'medium',
  category: 'secrets',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'Compose: env_file', url: 'https://docs.docker.com/reference/compose-file/services/#env_file' },
    { title: 'Compose: secrets', url: 'https://docs.docker.com/compose/how-tos/use-secrets/' },
    { title: 'CWE-312', url: 'https://cwe.mitre.org/data/definitions/312.html' },
    { title: 'MITRE T1552.001', url: 'https://attack.mitre.org/techniques/T1552/001/' },
  ],
  messages: {
    secret: '`{file}` gives service `{service}` the value of `{name}` in plain text.',
    credential: '`{file}` gives service `{service}` a {label} in `{name}`, in plain text.',
    weak: '`{file}` gives service `{service}` one of the passwords that are tried first, as `{name}`.',
  },
  visit: {
    service(context, service) {
      for (const { path, entries } of service.envFileContents) {
        for (const { name, value } of entries) {
          const text = valueOf(value);
          const message = text === undefined || service.environment.get(name) ? undefined : secretOf(name, text);
          if (text === undefined || message === undefined || path === undefined) continue;
          const judged = judgeSecretValue(text);
          context.report({
            at: value.at,
            message,
            data: { service: service.name, name, file: path, label: judged.kind === 'credential' ? judged.label : '' },
            severity: message === 'weak' ? 'medium' : 'low',
            identity: `${path} ${name}`,
          });
        }
      }
    },
  },
});
