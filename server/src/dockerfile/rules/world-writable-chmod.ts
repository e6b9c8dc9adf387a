import type { FixOffer } from '../../core/finding.ts';
import type { RuleContext } from '../../core/rule.ts';
import { flagValue, hasFlag } from '../../shell/query.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import { type EditResult, removeCommand, removeInstruction, replaceText } from '../edit.ts';
import { worldWritable } from '../files/file-mode.ts';
import { offer } from '../fixes/words.ts';
import type { CopyAddInstruction, Dockerfile, RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

const CAUTION =
  'Only the owner and the group can still write there: give it to the user of the program with `chown` or `--chown`.';

/** The mode that a chmod sets: its first argument that is no option; of `mkdir` and `install` the value of `-m`. */
function modeOf(command: ShellCommand): ShellWord | undefined {
  if (command.name === 'mkdir' || command.name === 'install') {
    const mode = flagValue(command, ['-m', '--mode'], ['-o', '-g', '-t']);
    return mode && mode.word !== mode.flag.word ? mode.word : undefined;
  }
  if (command.name !== 'chmod' || hasFlag(command, ['--reference'])) return undefined;
  return command.args.find(({ text }) => !/^-(?:-.*|[cfvRhHLP]+)$/.test(text));
}

function fixMode(
  without: string | undefined,
  mode: string,
  result: (replacement: string) => EditResult,
  instruction: RunInstruction | CopyAddInstruction,
): FixOffer {
  const title = without === undefined ? `Take \`${mode}\` out` : `Set \`${without}\` in place of \`${mode}\``;
  if (without === undefined) return { title, refused: 'nothing would be left of the mode' };
  return offer({ title, safety: 'hardening', caution: CAUTION }, [result(without)], [instruction]);
}

function fixCommand(
  file: Dockerfile,
  run: RunInstruction,
  command: ShellCommand,
  word: ShellWord,
  without: string | undefined,
): FixOffer {
  const mode = word.text;
  if (without === undefined) {
    const words = { title: `Remove \`chmod ${mode}\``, safety: 'hardening' as const, caution: CAUTION };
    const isAll = run.form === 'shell' && run.script.commands.length === 1;
    const removed = isAll ? removeInstruction(file.syntax, run.syntax) : removeCommand(file.syntax, run, command);
    return offer(words, [removed], [run]);
  }
  const replace = (text: string): EditResult =>
    word.editable ? [{ span: word.span, text }] : 'the mode is written over several lines or with escapes';
  return fixMode(without, mode, replace, run);
}

export default dockerfileRule({
  id: 'dockerfile/world-writable-chmod',
  title: 'Files that everybody may write',
  severity: 'medium',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'chmod(1)', url: 'https://man7.org/linux/man-pages/man1/chmod.1.html' },
    { title: 'Dockerfile reference: COPY --chmod', url: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod' },
  ],
  messages: {
    mode: 'Mode `{mode}` lets every user of the container write there.',
  },
  visit: {
    command(context, command, run, file) {
      const word = modeOf(command);
      const found = word?.value === undefined ? undefined : worldWritable(word.value);
      if (!word || !found) return;
      context.report({
        at: { span: word.span, route: run.at.route },
        message: 'mode',
        data: { mode: word.text },
        fixes: () => [fixCommand(file, run, command, word, found.without)],
      });
    },
    instruction: {
      COPY: visitCopy,
      ADD: visitCopy,
    },
  },
});

function visitCopy(context: RuleContext<'mode'>, copy: CopyAddInstruction): void {
  const { chmod } = copy;
  const found = chmod.kind === 'known' ? worldWritable(chmod.value) : undefined;
  const text = copy.syntax.flags.findLast(({ name }) => name === 'chmod')?.valueText;
  if (chmod.kind !== 'known' || !found || !text) return;
  const replace = (mode: string): EditResult =>
    chmod.at.via ? `the mode comes from \`${chmod.at.via.name}\`` : replaceText(text, mode);
  context.report({
    at: chmod.at,
    message: 'mode',
    data: { mode: chmod.value },
    fixes: () => [fixMode(found.without, chmod.value, replace, copy)],
  });
}
