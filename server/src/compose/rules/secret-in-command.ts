import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { commandSecrets } from '../../knowledge/command-secrets.ts';
import { passwordVariable, requireInText } from '../edit/literal.ts';
import { placeInText, type WrittenWord, writtenWords } from '../facts/written-words.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

function fix(service: EffectiveService, { command, word }: WrittenWord, secret: string): FixOffer {
  const variable = passwordVariable(service);
  const text = valueOf(word) ?? '';
  return command.syntax === 'text'
    ? requireInText(service, command.at, command.text?.raw ?? '', secret, variable)
    : requireInText(service, word.at, text, secret, variable);
}

export default composeRule({
  id: 'compose/secret-in-command',
  title: 'Secret written into a command',
  severity: 'high',
  confidence: 'medium',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
    { title: 'CWE-214', url: 'https://cwe.mitre.org/data/definitions/214.html' },
    { title: 'Compose: secrets', url: 'https://docs.docker.com/compose/how-tos/use-secrets/' },
    { title: 'MITRE T1552.001', url: 'https://attack.mitre.org/techniques/T1552/001/' },
  ],
  messages: {
    secret: 'The `{key}` of service `{service}` has the value of `{name}` written into it.',
    weak: 'The `{key}` of service `{service}` gives `{name}` one of the passwords that are tried first.',
  },
  visit: {
    service(context, service) {
      for (const words of writtenWords(service)) {
        for (const { name, token, span, weak } of commandSecrets(words)) {
          const found = words[token];
          if (!found) continue;
          const part = { start: found.start + span.start, end: found.start + span.end };
          context.report({
            at: placeInText(service, found.word.at, valueOf(found.word) ?? '', part),
            message: weak ? 'weak' : 'secret',
            data: { service: service.name, key: found.key, name },
            identity: `${found.key} ${name}`,
            fixes: () => [fix(service, found, found.text.slice(span.start, span.end))],
          });
        }
      }
    },
  },
});
