import type { RuleContext } from '../../core/rule.ts';
import { flagsNamed, flagValues } from '../../shell/query.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { type EditResult, removeShellWords, replaceShellWord } from '../edit.ts';
import { textsWrittenBy } from '../files/written-text.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { whereShipped } from '../stages/shipped-severity.ts';

type Context = RuleContext<'removed' | 'empty' | 'written'>;

const CAUTION = 'Nobody can log in to the account any more, but `su` of root and USER still become it.';
/** A line of passwd(5) or shadow(5) whose second field is empty. */
const EMPTY_FIELD = /(?<=^|\n|\\n|\^)[a-z_][\w-]*::/;

/** `passwd -d app`: locks the account instead. */
function visitPasswd(context: Context, command: ShellCommand, run: RunInstruction): void {
  for (const flag of flagsNamed(command, ['-d', '--delete'])) {
    const edit = (): EditResult => (flag.clustered ? [{ span: flag.span, text: 'l' }] : replaceShellWord(flag.word, '-l'));
    context.report({
      at: { span: flag.span, route: run.at.route },
      message: 'removed',
      severity: whereShipped(run, 'high'),
      fixes: () => [offer({ title: 'Lock the account with `-l`', safety: 'hardening', caution: CAUTION }, [edit()], [run])],
    });
  }
}

/** `useradd -p "" app`: an account without the option is locked. */
function visitAccount(context: Context, command: ShellCommand, run: RunInstruction, file: Dockerfile): void {
  for (const { flag, word, value } of flagValues(command, ['-p', '--password'])) {
    if (value !== '') continue;
    const words = flag.word === word ? [word] : [flag.word, word];
    context.report({
      at: { span: { start: flag.word.span.start, end: word.span.end }, route: run.at.route },
      message: 'empty',
      severity: whereShipped(run, 'high'),
      data: { program: command.name ?? '' },
      fixes: () => [
        offer(
          { title: 'Remove the empty password', safety: 'hardening', caution: CAUTION },
          [removeShellWords(file.syntax, run, words)],
          [run],
        ),
      ],
    });
  }
}

export default dockerfileRule({
  id: 'dockerfile/empty-password',
  title: 'Account without a password',
  severity: 'high',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    dockle: [{ id: 'DKL-LI-0001', relation: 'narrower', note: 'what the Dockerfile does, not what the base image has' }],
  },
  references: [
    { title: 'CWE-258', url: 'https://cwe.mitre.org/data/definitions/258.html' },
    { title: 'passwd(1)', url: 'https://man7.org/linux/man-pages/man1/passwd.1.html' },
    { title: 'MITRE T1078.001', url: 'https://attack.mitre.org/techniques/T1078/001/' },
  ],
  messages: {
    removed: '`passwd -d` leaves an account that anyone can log in to.',
    empty: '`{program}` makes an account that anyone can log in to.',
    written: '`{file}` gets an account that anyone can log in to.',
  },
  visit: {
    command(context, command, run, file) {
      const { name = '' } = command;
      if (name === 'passwd') visitPasswd(context, command, run);
      if (name === 'useradd' || name === 'usermod') visitAccount(context, command, run, file);
      for (const { text, file: path = '', locate } of textsWrittenBy(command)) {
        const match = /\/etc\/(?:shadow|passwd)$/.test(path) ? EMPTY_FIELD.exec(text) : undefined;
        if (!match) continue;
        const { span } = locate({ start: match.index, end: match.index + match[0].length });
        const refused = 'the line has to be written in another way';
        context.report({
          at: { span, route: run.at.route },
          message: 'written',
          severity: whereShipped(run, 'high'),
          data: { file: path },
          fixes: () => [{ title: 'Lock the account', refused }],
        });
      }
    },
  },
});
