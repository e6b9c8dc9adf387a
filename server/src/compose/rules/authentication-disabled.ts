import { valueOf } from '../../core/value.ts';
import { allowsEmptyPassword, authenticationOffWord, switchesAuthenticationOff } from '../../knowledge/authentication-off.ts';
import { defaultLogin } from '../../knowledge/default-credentials.ts';
import { removeEntry } from '../edit/paths.ts';
import { removeServiceItem } from '../edit.ts';
import { onAllInterfaces, publishedPorts } from '../facts/published-ports.ts';
import { writtenWords } from '../facts/written-words.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

const FIX = {
  title: 'Ask for authentication again',
  safety: 'hardening',
  caution: 'Clients have to log in then, and the service may ask for a password before it starts.',
} as const;

/** Whether a password is set all the same, so that an empty one is allowed but not there. */
function hasPassword({ environment, envFile }: EffectiveService): boolean {
  const set = environment.items.some(({ name, value }) => {
    const known = valueOf(name) ?? '';
    return /PASSWORD/.test(known) && !allowsEmptyPassword(known) && valueOf(value) !== '';
  });
  return set || environment.open || envFile.present;
}

export default composeRule({
  id: 'compose/authentication-disabled',
  title: 'Authentication switched off',
  severity: 'high',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-306', url: 'https://cwe.mitre.org/data/definitions/306.html' },
    { title: 'CWE-258', url: 'https://cwe.mitre.org/data/definitions/258.html' },
    { title: 'MITRE T1190', url: 'https://attack.mitre.org/techniques/T1190/' },
  ],
  messages: {
    variable: '`{setting}` of service `{service}` lets in whoever reaches it.',
    word: '`{setting}` in the {key} of service `{service}` lets in whoever reaches it.',
  },
  visit: {
    service(context, service) {
      // On a network of its own it takes another service to be taken over first.
      const isOpen = valueOf(service.networkMode) === 'host' || publishedPorts(service).some(onAllInterfaces);
      const login = service.imageFacts && defaultLogin(service.imageFacts.image);
      const severity = isOpen ? 'high' : 'medium';
      for (const entry of service.environment.items) {
        const [name, value] = [valueOf(entry.name), valueOf(entry.value)];
        if (name === undefined || value === undefined || !switchesAuthenticationOff(name, value)) continue;
        if (allowsEmptyPassword(name) && hasPassword(service)) continue;
        context.report({
          at: entry.value.at,
          message: 'variable',
          data: { service: service.name, setting: `${name}=${value}` },
          severity,
          fixes: () => [
            login?.sets.test(name)
              ? {
                  title: FIX.title,
                  refused: `the image comes with a password that everybody knows: set \`${login.variable}\` first`,
                }
              : removeEntry(service, 'environment', entry, name, FIX),
          ],
        });
      }
      for (const words of writtenWords(service)) {
        const index = authenticationOffWord(words.map(({ text }) => text.replace(/["']/g, '')));
        const found = index === undefined ? undefined : words[index];
        if (!found) continue;
        const { word, command, key, text } = found;
        context.report({
          at: word.at,
          message: 'word',
          data: { service: service.name, key, setting: text },
          severity,
          fixes: () => [
            command.syntax === 'list' && valueOf(word) === text && /^-.*=|^--(?:noauth|skip-|without-|api)/.test(text)
              ? removeServiceItem(service, word.at, FIX)
              : { title: FIX.title, refused: 'the option is a part of a longer text' },
          ],
        });
      }
    },
  },
});
