import type { FixOffer } from '../../core/finding.ts';
import { findCredentials, judgeSecretValue, looksLikeSecretName } from '../../knowledge/secrets.ts';
import { passwordVariable } from '../edit/literal.ts';
import { setAt } from '../edit/paths.ts';
import type { KeyValue } from '../model/key-values.ts';
import type { EffectiveService } from '../model/service.ts';
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

/** `x=user:$$apr1$$…` → `x=${WEB_LABEL_SECRET:?set WEB_LABEL_SECRET}`; of a text with a credential in it, only that goes. */
function requireVariable(service: EffectiveService, { source, at }: KeyValue): FixOffer {
  const variable = passwordVariable(service).replace(/PASSWORD$/, 'LABEL_SECRET');
  const title = `Require \`${variable}\` from the environment`;
  const raw = source?.text.raw ?? '';
  const written = source ? raw.slice(source.part.start, source.part.end) : '';
  const found = findCredentials(written)[0]?.span ?? { start: 0, end: written.length };
  const start = (source?.part.start ?? 0) + found.start;
  const required = `\${${variable}:?set ${variable}}`;
  return setAt(service, at, raw.slice(0, start) + required + raw.slice(start + found.end - found.start), {
    title,
    safety: 'placeholder',
    select: required,
    caution: `Compose does not start until \`${variable}\` is set, in the shell or in \`.env\`; \`docker inspect\` still shows the label. The old value stays in the history of the repository: change it.`,
  });
}

export default composeRule({
  id: 'compose/secret-in-labels',
  title: 'Secret written into a label',
  severity: 'high',
  confidence: 'medium',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
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
          fixes: () => [requireVariable(service, entry)],
        });
      }
    },
  },
});
