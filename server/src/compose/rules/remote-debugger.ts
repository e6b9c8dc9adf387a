import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { remoteDebugger } from '../../knowledge/remote-debuggers.ts';
import { setAt } from '../edit/paths.ts';
import type { WrittenWord } from '../facts/written-words.ts';
import { placeInText, writtenWords } from '../facts/written-words.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

const TITLE = 'Let the debugger listen on 127.0.0.1';

function fix(service: EffectiveService, { word, command }: WrittenWord, part: { start: number; end: number }): FixOffer {
  const text = valueOf(word) ?? '';
  if (command.syntax !== 'list') return { title: TITLE, refused: 'the command is one text: change the address in it' };
  return setAt(service, word.at, `${text.slice(0, part.start)}127.0.0.1${text.slice(part.end)}`, {
    title: TITLE,
    safety: 'hardening',
    caution: 'A debugger outside of the container no longer reaches it: start one inside, or forward the port.',
  });
}

export default composeRule({
  id: 'compose/remote-debugger',
  title: 'Debugger that listens on all interfaces',
  severity: 'medium',
  confidence: 'high',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-489', url: 'https://cwe.mitre.org/data/definitions/489.html' },
    {
      title: 'Node.js: security implications of the inspector',
      url: 'https://nodejs.org/en/learn/getting-started/debugging#security-implications',
    },
    { title: 'MITRE T1059', url: 'https://attack.mitre.org/techniques/T1059/' },
  ],
  messages: {
    open: 'The debugger of {product} in service `{service}` listens on `{address}`: whoever reaches its port runs code in it.',
  },
  visit: {
    service(context, service) {
      for (const words of writtenWords(service)) {
        const found = remoteDebugger(words.map(({ text }) => text));
        const word = found && words[found.index];
        if (!word || word.key === 'healthcheck') continue;
        const start = word.start + found.start;
        const part = { start, end: start + found.address.length };
        context.report({
          at: placeInText(service, word.word.at, valueOf(word.word) ?? '', part),
          message: 'open',
          data: { service: service.name, product: found.product, address: found.address },
          fixes: () => [fix(service, word, part)],
        });
      }
    },
  },
});
