import { MappedText } from '../../../server/src/core/mapped-text.ts';
import { parseShell } from '../../../server/src/shell/parse.ts';
import type { ShellCommand, ShellScript } from '../../../server/src/shell/script.ts';

/** The script parsed as POSIX shell, at offset 0 of its own text. */
export function script(text: string): ShellScript {
  return parseShell(MappedText.of(text, { start: 0, end: text.length }), 'posix');
}

/** The only command of a text. */
export function command(text: string): ShellCommand {
  const first = script(text).commands[0];
  if (!first) throw new Error(`no command in ${text}`);
  return first;
}

/** `name arg ~dynamic` for each command, in order. */
export function lines(text: string): string[] {
  return script(text).commands.map((c) => [c.name ?? '?', ...c.args.map((a) => a.value ?? `~${a.text}`)].join(' '));
}
