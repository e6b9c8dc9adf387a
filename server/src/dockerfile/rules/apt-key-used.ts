import type { FixOffer } from '../../core/finding.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import { dropCommand, replaceShellWord } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

const NAME = 'repository';
const CAUTION = 'Name the keyring in the line of the source, `[signed-by=…]`; `gpg` has to be installed.';

/** `apt-key adv` hands its words to gpg; apt reads keyrings of the older format only. (apt-key(8), apt-secure(8)) */
function ownKeyring(file: Dockerfile, run: RunInstruction, command: ShellCommand, action: ShellWord): FixOffer {
  const keyring = `/etc/apt/keyrings/${NAME}.gpg`;
  const title = `Put the key into \`${keyring}\``;
  if (/update$/.test(action.text)) {
    const caution = 'The keys of the distribution come with its package of keys.';
    return offer({ title: 'Remove the command', safety: 'hardening', caution }, [dropCommand(file.syntax, run, command)], [run]);
  }
  const { word } = command;
  if (run.form === 'exec') return { title, refused: 'the RUN has JSON form' };
  if (!word || command.args[0] !== action) return { title, refused: 'it names a keyring of its own' };
  const options =
    action.text === 'add' ? `--dearmor --output ${keyring}` : `--no-default-keyring --keyring gnupg-ring:${keyring}`;
  const edits = [replaceShellWord(word, 'gpg'), replaceShellWord(action, options)];
  return offer({ title, safety: 'placeholder', caution: CAUTION, select: NAME }, edits, [run]);
}

export default dockerfileRule({
  id: 'dockerfile/apt-key-used',
  title: 'Key trusted for all package sources',
  severity: 'low',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  tags: ['deprecated'],
  equivalents: {},
  references: [
    { title: 'apt-key(8)', url: 'https://manpages.debian.org/bookworm/apt/apt-key.8.en.html' },
    { title: 'Debian wiki: Connect to a third-party repository', url: 'https://wiki.debian.org/DebianRepository/UseThirdParty' },
    { title: 'CWE-347', url: 'https://cwe.mitre.org/data/definitions/347.html' },
  ],
  messages: {
    used: '`apt-key {action}` lets the key sign packages of every source, and newer releases of Debian and Ubuntu do not have it.',
  },
  visit: {
    command(context, command, run, file) {
      if (command.name !== 'apt-key' || !command.word) return;
      const action = command.args.find(({ text }) => /^(?:add|adv|update|net-update)$/.test(text));
      if (!action) return;
      context.report({
        at: { span: command.word.span, route: run.at.route },
        message: 'used',
        data: { action: action.text },
        fixes: () => [ownKeyring(file, run, command, action)],
      });
    },
  },
});
