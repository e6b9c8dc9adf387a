import { valueOf } from '../../core/value.ts';
import { loginServer } from '../../knowledge/login-servers.ts';
import type { WrittenWord } from '../facts/written-words.ts';
import { placeInText, writtenWords } from '../facts/written-words.ts';
import { composeRule } from '../rule.ts';

/** Whether a word stands where a program is started: first, behind an operator of a shell, or behind what starts others. */
function startsProgram(before: WrittenWord | undefined): boolean {
  return before === undefined || /^(?:&&|\|\|?|;|&|-c|exec|sudo|start|nohup|then|do|--)$|;$/.test(before.text);
}

export default composeRule({
  id: 'compose/login-server',
  title: 'Server for logins started in a container',
  severity: 'low',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'CIS Docker 5.7', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'CWE-1188', url: 'https://cwe.mitre.org/data/definitions/1188.html' },
    { title: 'MITRE T1021.004', url: 'https://attack.mitre.org/techniques/T1021/004/' },
  ],
  messages: {
    starts: 'Service `{service}` starts `{program}`, a server for {kind}: one more way in, with passwords and keys of its own.',
  },
  visit: {
    service(context, service) {
      for (const words of writtenWords(service)) {
        const found = words.find(({ text, key }, i) => {
          return key !== 'healthcheck' && loginServer(text.replace(/;$/, '')) !== undefined && startsProgram(words[i - 1]);
        });
        if (!found) continue;
        const program = found.text.replace(/;$/, '');
        context.report({
          at: placeInText(service, found.word.at, valueOf(found.word) ?? '', {
            start: found.start,
            end: found.start + program.length,
          }),
          message: 'starts',
          data: { service: service.name, program, kind: loginServer(program) ?? '' },
          identity: program,
        });
      }
    },
  },
});
