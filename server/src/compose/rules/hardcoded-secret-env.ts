import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { fileVariableFor } from '../../knowledge/official-images.ts';
import { judgeSecretValue, looksLikeSecretName } from '../../knowledge/secrets.ts';
import { moveToSecret, requireVariable } from '../edit/secrets.ts';
import type { KeyValue } from '../model/key-values.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

/** What an entry says in the file itself. A `$` that no variable starts with is a character like any other. */
function literalOf({ source }: KeyValue): string {
  return source ? source.text.written(source.part).replaceAll('$$', '\u00a7') : '';
}

function fixes(file: ComposeFile, service: EffectiveService, entry: KeyValue, name: string): readonly FixOffer[] {
  const facts = service.imageFacts;
  const fileVariable = facts && fileVariableFor(facts, name);
  const asVariable = requireVariable(service, entry, name);
  return fileVariable === undefined ? [asVariable] : [moveToSecret(file, service, entry, name, fileVariable), asVariable];
}

export default composeRule({
  id: 'compose/hardcoded-secret-env',
  title: 'Secret written into the environment',
  severity: 'high',
  confidence: 'medium',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [
      { id: 'CL-0020', relation: 'wider', note: 'also known forms of keys and passwords in URLs under any name' },
      { id: 'CL-0021', relation: 'wider', note: 'also secrets that are no URL' },
    ],
    kics: [
      {
        id: 'Passwords And Secrets',
        relation: 'narrower',
        note: 'only variables of services, and no references such as `${DB_PASSWORD}` or `/run/secrets/…`',
      },
    ],
  },
  references: [
    { title: 'CWE-798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
    {
      title: 'OWASP Docker Security Cheat Sheet, rule 12',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
    { title: 'Compose: secrets', url: 'https://docs.docker.com/compose/how-tos/use-secrets/' },
    { title: 'MITRE T1552.001', url: 'https://attack.mitre.org/techniques/T1552/001/' },
  ],
  messages: {
    secret: 'Service `{service}` has the value of `{name}` written into the file.',
    weak: 'Service `{service}` has `{name}` set to one of the passwords that are tried first.',
    credential: 'Service `{service}` has a {label} written into `{name}`.',
    byDefault: 'Service `{service}` has a value for `{name}` written into the file, used unless `{variable}` is set.',
  },
  visit: {
    service(context, service, file) {
      for (const entry of service.environment.items) {
        const name = valueOf(entry.name);
        if (name === undefined || entry.source === undefined) continue;
        const judged = judgeSecretValue(literalOf(entry));
        const isSecret =
          judged.kind === 'credential' ||
          (looksLikeSecretName(name) && (judged.kind === 'literal' || (judged.kind === 'placeholder' && judged.weak)));
        if (!isSecret) continue;
        const { via } = entry.value.at;
        const message =
          judged.kind === 'credential' ? 'credential' : via?.kind === 'default' ? 'byDefault' : judged.weak ? 'weak' : 'secret';
        context.report({
          at: entry.value.at,
          message,
          data: {
            service: service.name,
            name,
            ...(judged.kind === 'credential' && { label: judged.label }),
            ...(message === 'byDefault' && { variable: via?.name ?? '' }),
          },
          confidence: judged.kind === 'credential' ? 'high' : 'medium',
          identity: name,
          fixes: () => fixes(file, service, entry, name),
        });
      }
    },
  },
});
