import { lineage } from '../images/base-image.ts';
import type { CommandInstruction } from '../model/model.ts';

/** Words that only a shell knows: they have no program. (POSIX, XCU 2.14 and 1.6; Bash manual, "Bash Builtins") */
const BUILTINS: ReadonlySet<string> = new Set([
  ...[
    '.',
    ':',
    'alias',
    'bg',
    'break',
    'builtin',
    'cd',
    'command',
    'continue',
    'declare',
    'eval',
    'exec',
    'exit',
    'export',
    'fg',
  ],
  ...[
    'getopts',
    'hash',
    'jobs',
    'let',
    'local',
    'read',
    'readonly',
    'return',
    'set',
    'shift',
    'shopt',
    'source',
    'times',
    'trap',
  ],
  ...['type', 'typeset', 'ulimit', 'umask', 'unalias', 'unset', 'wait', 'if', 'while', 'for', 'until', 'case', '{', '!', '[['],
]);

/**
 * The words of a shell form that does nothing but start one program, so that they can stand in JSON form, or in one sentence why
 * they cannot. (https://docs.docker.com/reference/dockerfile/#shell-and-exec-form)
 */
export function wordsOfOneProgram(instruction: CommandInstruction): readonly string[] | string {
  const { script, interpreter, keyword, stage, syntax } = instruction;
  if (interpreter !== 'posix') return 'the shell is not a POSIX shell';
  if (syntax.args.text.startsWith('[')) return 'it looks like a JSON form with a mistake in it';
  const [command] = script.commands;
  if (!command || script.commands.length > 1 || script.problems.length > 0) return 'it is more than one command';
  const { word, wrappers, assignments, redirects, args, context } = command;
  if (!word || context !== 'run' || redirects.length > 0 || assignments.length > 0) return 'a shell has to read it';
  if (wrappers.some(({ name }) => name !== 'exec') || wrappers.some((one) => one.args.length > 0))
    return 'a shell has to read it';
  const words = [word, ...args];
  const values = words.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (values.length < words.length || words.some(({ raw, value }) => /[*?~{]|\[/.test(raw) && raw === value))
    return 'it has variables or patterns, which only a shell replaces';
  if (
    !isOnlyThat(
      syntax.args.text,
      words.map(({ raw }) => raw),
      wrappers.length,
    )
  )
    return 'a shell has to read it';
  if (BUILTINS.has(values[0] ?? '')) return `\`${values[0]}\` is a command of the shell`;
  if (keyword === 'ENTRYPOINT' && stage && lineage(stage).some((one) => one.all('CMD').length > 0))
    return 'the words of CMD, which the shell form ignores, would be handed to it';
  return values;
}

/** Whether the text is those words with blanks between them, behind so many times `exec`: no `&`, `;`, comment or group. */
function isOnlyThat(text: string, words: readonly string[], execs: number): boolean {
  const written = text.trim().split(/\s+/).join(' ');
  return (
    written ===
    ['exec '.repeat(execs).trimEnd(), ...words]
      .filter((word) => word !== '')
      .join(' ')
      .split(/\s+/)
      .join(' ')
  );
}
