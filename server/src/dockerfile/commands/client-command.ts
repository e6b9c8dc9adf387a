import type { ShellCommand } from '../../shell/script.ts';

/** Programs that run another one named by their first argument, or behind `-m`. */
const MODULES = /^(?:python|pypy)[\d.]*$/;
const VERSION = /(?<=^(?:pip|python|gem|bundle|composer|aws))-?\d+(?:\.\d+)*$/;

/**
 * A command as the client that it is: `python3 -m pip install x` and `pip3.12 install x` as `pip install x`, `php composer.phar x` as
 * `composer.phar x`. Words keep their places.
 */
export function clientCommand(command: ShellCommand): ShellCommand {
  const { name, args } = command;
  if (name === undefined) return command;
  const [first, second] = args;
  if (first?.value === '-m' && second?.value !== undefined && MODULES.test(name)) {
    return { ...command, name: second.value, word: second, args: args.slice(2) };
  }
  const script = name === 'php' ? args.findIndex(({ value }) => /(?:^|\/)composer(?:\.phar)?$/.test(value ?? '')) : -1;
  const word = args[script];
  if (word) return { ...command, name: 'composer.phar', word, args: args.slice(script + 1) };
  return endsInDigit(name) && VERSION.test(name) ? { ...command, name: name.replace(VERSION, '') } : command;
}

function endsInDigit(name: string): boolean {
  const last = name.charCodeAt(name.length - 1);
  return last >= 0x30 && last <= 0x39;
}
