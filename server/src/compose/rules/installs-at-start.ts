import { valueOf } from '../../core/value.ts';
import { installingWord } from '../../knowledge/start-installs.ts';
import { placeInText, writtenWords } from '../facts/written-words.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/installs-at-start',
  title: 'Software installed when the container starts',
  severity: 'medium',
  confidence: 'medium',
  category: 'supply-chain',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'CWE-494', url: 'https://cwe.mitre.org/data/definitions/494.html' },
    { title: 'CIS Docker 4.3', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'NIST SP 800-190, 4.1.1', url: 'https://csrc.nist.gov/pubs/sp/800/190/final' },
  ],
  messages: {
    installs:
      'Service `{service}` installs or runs downloaded software by `{program}` at each start, past every check of the image.',
  },
  visit: {
    service(context, service) {
      for (const words of writtenWords(service)) {
        const found = installingWord(words.map(({ text }) => text.replace(/^["'({]+|["')}]+$/g, '')));
        const word = found && words[found.index];
        if (!word || word.key === 'healthcheck') continue;
        const start = word.start + Math.max(word.text.indexOf(found.program), 0);
        context.report({
          at: placeInText(service, word.word.at, valueOf(word.word) ?? '', { start, end: start + found.program.length }),
          message: 'installs',
          data: { service: service.name, program: found.program },
          identity: `${word.key} ${found.program}`,
        });
      }
    },
  },
});
