import type { ShellCommand } from '../../shell/script.ts';

/** Whether a command is given options that only run time knows: `$CURL_OPTS`, `"${FLAGS[@]}"`, an options file. */
export function mayHoldOptions(command: ShellCommand): boolean {
  return command.args.some(
    ({ text, variables }) => text.startsWith('$') && variables.some((name) => /opt|flag|arg|param|[@*]/i.test(name)),
  );
}
