import { findCredentials, judgeSecretValue, looksLikeSecretName } from '../../knowledge/secrets.ts';
import type { KeyValue } from '../model/key-values.ts';
import { composeRule } from '../rule.ts';

/** A user with a hashed password, as htpasswd writes it. */
const HASHED = /(?:^|,)\s*[^:\s,]+:(?:\$(?:apr1|2[aby]|[156])\$|\{SHA\})/;

/** What an entry says in the file itself. */
function writtenValue({ source }: KeyValue): string {
  return source ? source.text.written(source.part).replaceAll('$$', '$') : '';
}

function secretOf(name: string, value: string): 'credential' | 'secret' | 'hashed' | undefined {
  if (HASHED.test(value)) return 'hashed';
  if (findCredentials(value).length > 0) return 'credential';
  const judged = judgeSecretValue(value);
  const isLiteral = judged.kind === 'literal' || (judged.kind === 'placeholder' && judged.weak);
  return isLiteral && looksLikeSecretName(name.split(/[./]/).at(-1) ?? '') ? 'secret' : undefined;
}

export default composeRule({
  id: 'compose/secret-in-labels',
  title: 'Secret written into a label',
  severity: 'high',
  confidence: 'medium',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'CWE-798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
    { title: 'Docker object labels', url: 'https://docs.docker.com/engine/manage-resources/labels/' },
  ],
  messages: {
    secret: 'Label `{name}` of service `{service}` has a secret written into it.',
    credential: 'Label `{name}` of service `{service}` has a {label} written into it.',
    hashed: 'Label `{name}` of service `{service}` has the hash of a password written into it, which can be guessed offline.',
  },
  visit: {
    service(context, service) {
      const entries = [service.labels, service.deploy.labels, service.build?.labels].flatMap((labels) => labels?.items ?? []);
      for (const entry of entries) {
        const value = writtenValue(entry);
        const name = entry.name.kind === 'known' ? entry.name.value : '';
        const message = secretOf(name, value);
        if (!message) continue;
        context.report({
          at: entry.value.at,
          message,
          data: { service: service.name, name, label: findCredentials(value)[0]?.label ?? '' },
          severity: message === 'hashed' ? 'low' : 'high',
          identity: name,
        });
      }
    },
  },
});
