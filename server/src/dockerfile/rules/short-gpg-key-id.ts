import type { FixOffer } from '../../core/finding.ts';
import { operands } from '../../shell/query.ts';
import type { ShellWord } from '../../shell/script.ts';
import { replaceShellWord } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

const RECEIVE = /^--?(?:recv-keys?|receive-keys?|recv)$/;
const VALUE_FLAGS = [
  '--keyserver',
  '--keyserver-options',
  '--homedir',
  '--keyring',
  '--no-default-keyring',
  '--primary-keyring',
  '--secret-keyring',
];

/** Digits of a version 4 fingerprint, whose end the id is. (RFC 4880, 12.2) */
const FINGERPRINT = 40;

function complete(run: RunInstruction, word: ShellWord, digits: string): FixOffer {
  const select = '0'.repeat(FINGERPRINT - digits.length);
  const title = `Write a whole fingerprint in place of \`${word.text}\``;
  const caution = 'Put in the fingerprint from the page of the publisher, not from the keyserver; no key is found until then.';
  const whole = word.raw.replace(digits, `${select}${digits}`);
  const edit = whole === word.raw ? 'it is written with escapes' : replaceShellWord(word, whole);
  return offer({ title, safety: 'placeholder', caution, select }, [edit], [run]);
}

export default dockerfileRule({
  id: 'dockerfile/short-gpg-key-id',
  title: 'Key fetched by a short id',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Evil 32', url: 'https://evil32.com/' },
    { title: 'GnuPG: How to specify a user id', url: 'https://www.gnupg.org/documentation/manuals/gnupg/Specify-a-User-ID.html' },
    { title: 'CWE-347', url: 'https://cwe.mitre.org/data/definitions/347.html' },
  ],
  messages: {
    short: '`{id}` is a short id that anybody can make a key for: give the whole fingerprint.',
    long: '`{id}` is only the end of a fingerprint: give the whole one.',
  },
  visit: {
    command(context, command, run) {
      const isApt = command.name === 'apt-key';
      if (!isApt && !/^gpg2?$/.test(command.name ?? '')) return;
      const flag = command.args.findIndex(({ text }) => RECEIVE.test(text));
      if (flag < 0) return;
      const behind = command.args.slice(flag + 1);
      for (const word of operands(command, VALUE_FLAGS)) {
        const [, digits] = /^(?:0x)?([0-9a-f]{8}|[0-9a-f]{16})!?$/i.exec(word.value ?? '') ?? [];
        if (digits === undefined || !behind.includes(word)) continue;
        const isShort = digits.length === 8;
        context.report({
          at: { span: word.span, route: run.at.route },
          message: isShort ? 'short' : 'long',
          data: { id: word.text },
          severity: isShort ? 'medium' : 'low',
          fixes: () => [complete(run, word, digits)],
        });
      }
    },
  },
});
