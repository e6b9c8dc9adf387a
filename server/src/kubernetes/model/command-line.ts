import { MappedText } from '../../core/mapped-text.ts';
import { span } from '../../core/span.ts';
import type { At } from '../../core/value.ts';
import { parseShell } from '../../shell/parse.ts';
import { isShellInterpreter } from '../../shell/query.ts';
import type { ShellScript } from '../../shell/script.ts';
import type { Container } from './model.ts';

/** A word of `command` or `args`, as the program gets it. */
export interface Argument {
  readonly text: string;
  readonly at: At;
}

/** What a container is told to run: `command`, then `args`; ends before the first word that is not known. */
export interface CommandLine {
  readonly words: readonly Argument[];
  /** The script behind `sh -c`; its offsets are those of the script's text. */
  readonly script: { readonly argument: Argument; readonly parsed: ShellScript } | undefined;
}

/** Reads the command line of a container. Without `command` the image's entry point gets the `args`, so there is no program. */
export function commandLine(container: Container): CommandLine {
  const { command, args } = container;
  if (command.items.length === 0) return { words: [], script: undefined };
  const all = [...command.items, ...args.items];
  const end = all.findIndex((item) => item.kind !== 'known');
  const words = all
    .slice(0, end < 0 ? all.length : end)
    .flatMap((item) => (item.kind === 'known' ? [{ text: item.value, at: item.at }] : []));
  return { words, script: scriptOf(words) };
}

function scriptOf(words: readonly Argument[]): CommandLine['script'] {
  const program = words[0]?.text.replace(/^.*\//, '');
  const flag = words.findIndex(({ text }, i) => i > 0 && /^-[a-z]*c$/.test(text));
  const argument = words[flag + 1];
  if (!isShellInterpreter(program) || flag < 0 || !argument) return undefined;
  const text = MappedText.of(argument.text, span(0, argument.text.length));
  return { argument, parsed: parseShell(text, 'posix') };
}

/** The place of a word inside an argument, where it stands there as it is; else the argument's own. */
export function atWord(container: Container, { at }: Argument, word: RegExp): At {
  const source = container.workload.object.document.text.slice(at.span.start, at.span.end);
  const found = word.exec(source);
  if (!found) return at;
  const start = at.span.start + found.index;
  return { ...at, span: span(start, start + found[0].length) };
}
