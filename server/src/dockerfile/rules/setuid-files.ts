import type { RuleContext } from '../../core/rule.ts';
import { flagValue, hasFlag } from '../../shell/query.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import { type EditResult, replaceShellWord, replaceText } from '../edit.ts';
import { setuidMode } from '../files/setuid-mode.ts';
import { offer } from '../fixes/words.ts';
import type { CopyAddInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

const CAUTION = 'Who calls the program no longer gets the rights of its owner.';

/** The word with the mode that a chmod or install sets. */
function modeOf(command: ShellCommand): ShellWord | undefined {
  if (command.name === 'install') {
    const found = flagValue(command, ['-m', '--mode'], ['-o', '-g', '-t', '-S']);
    return found?.flag.word === found?.word ? undefined : found?.word;
  }
  if (command.name !== 'chmod' || hasFlag(command, ['--reference'])) return undefined;
  return command.args.find(({ text }) => !/^-(?:-.*|[cfvRhHLP]+)$/.test(text));
}

function visitCopy(context: RuleContext<'mode'>, copy: CopyAddInstruction): void {
  const { chmod } = copy;
  const found = chmod.kind === 'known' ? setuidMode(chmod.value) : undefined;
  const text = copy.syntax.flags.findLast(({ name }) => name === 'chmod')?.valueText;
  if (chmod.kind !== 'known' || !found || !text) return;
  const { via } = chmod.at;
  const edit = (): EditResult => (via ? `the mode comes from \`${via.name}\`` : replaceText(text, found.without));
  context.report({
    at: chmod.at,
    message: 'mode',
    fixes: () => [offer({ title: `Set \`${found.without}\``, safety: 'hardening', caution: CAUTION }, [edit()], [copy])],
  });
}

export default dockerfileRule({
  id: 'dockerfile/setuid-files',
  title: 'Program that runs as its owner',
  severity: 'medium',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    dockle: [
      { id: 'CIS-DI-0008', relation: 'narrower', note: 'what the Dockerfile sets, not what packages bring; no set-group-id' },
    ],
  },
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Docker 4.8', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'chmod(1)', url: 'https://man7.org/linux/man-pages/man1/chmod.1.html' },
    { title: 'MITRE T1548.001', url: 'https://attack.mitre.org/techniques/T1548/001/' },
  ],
  messages: {
    mode: 'The set-user-id bit runs the program with the rights of its owner, whoever calls it.',
  },
  visit: {
    command(context, command, run) {
      const word = modeOf(command);
      const found = word?.value === undefined ? undefined : setuidMode(word.value);
      if (!word || !found) return;
      context.report({
        at: { span: word.span, route: run.at.route },
        message: 'mode',
        fixes: () => [
          offer(
            { title: `Set \`${found.without}\``, safety: 'hardening', caution: CAUTION },
            [replaceShellWord(word, found.without)],
            [run],
          ),
        ],
      });
    },
    instruction: { COPY: visitCopy, ADD: visitCopy },
  },
});
