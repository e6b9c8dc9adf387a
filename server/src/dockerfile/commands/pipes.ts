import { programName } from '../../shell/interpreter.ts';
import { downstream, hasFlag } from '../../shell/query.ts';
import type { ShellCommand, ShellScript } from '../../shell/script.ts';
import { baseImageOf } from '../images/base-image.ts';
import type { RunInstruction, Stage } from '../model/model.ts';
import { shellAt } from '../stages/stage-so-far.ts';

/** Commands that do not fail, or that must be allowed to when their reader stops: `yes | installer`. */
const HARMLESS: ReadonlySet<string> = new Set(['echo', 'printf', 'yes', 'true', ':']);
/** Shells that know the option. In POSIX since 2024; Debian's dash does not have it. */
const KNOW_PIPEFAIL: ReadonlySet<string> = new Set(['bash', 'zsh', 'ash', 'ksh', 'mksh', 'rbash', 'busybox']);

/** Whether words of a shell or of `set` switch on an option: `-e`, `-eu`, `-o errexit`, `-euo pipefail`. */
export function switchesOn(words: readonly string[], letter: string, name: string): boolean {
  // A script with Windows line endings has their first half at the end of its words.
  const clean = words.map((word) => word.trim());
  return clean.some(
    (word, n) =>
      (letter !== '' && /^-[A-Za-z]+$/.test(word) && word.includes(letter)) ||
      (word === name && /^-[A-Za-z]*o$/.test(clean[n - 1] ?? '')),
  );
}

/** Whether the script switches on an option before a command. */
export function setBefore(script: ShellScript, letter: string, name: string, before?: ShellCommand): boolean {
  for (const command of script.commands) {
    if (command === before) return false;
    if (
      command.name === 'set' &&
      switchesOn(
        command.args.map(({ text }) => text),
        letter,
        name,
      )
    )
      return true;
  }
  return false;
}

/** The words of the shell that runs a RUN: what `#!` of its heredoc says, else SHELL. */
export function shellWordsOf(run: RunInstruction): readonly string[] {
  const shebang =
    run.form === 'heredoc' ? /^#![ \t]*(\S[^\r\n]*)/.exec(run.syntax.heredocs[0]?.content.text ?? '')?.[1] : undefined;
  return shebang?.trim().split(/[ \t]+/) ?? shellAt(run).words ?? ['/bin/sh', '-c'];
}

/** Whether the shell of a RUN is told to heed all commands of a pipe, and knows how. */
function heedsPipes(run: RunInstruction, stage: Stage): boolean {
  const words = shellWordsOf(run);
  if (!switchesOn(words, '', 'pipefail')) return false;
  const names = words.map(programName);
  if (names.some((name) => KNOW_PIPEFAIL.has(name))) return true;
  return ['alpine', 'busybox', 'rhel'].includes(baseImageOf(stage).distribution?.family ?? '');
}

/** The first command of a pipe whose failure nobody notices, in a script for a POSIX shell. */
export function unheededPipe(run: RunInstruction): ShellCommand | undefined {
  const { stage, script } = run;
  if (!stage || run.form === 'exec' || run.interpreter !== 'posix' || heedsPipes(run, stage)) return undefined;
  return script.commands.find((command) => {
    if (!command.pipesTo || command.pipedFrom || command.context === 'sh -c') return false;
    const pipe = [command, ...downstream(command)];
    // It stops reading at the first match, and what writes into it then fails.
    const last = pipe.pop();
    if (last?.name !== undefined && /^[ef]?grep$/.test(last.name) && hasFlag(last, ['-q', '--quiet', '--silent'])) return false;
    const failing = pipe.filter(({ name }) => !HARMLESS.has(name ?? ''));
    return failing.length > 0 && !setBefore(script, '', 'pipefail', command);
  });
}
