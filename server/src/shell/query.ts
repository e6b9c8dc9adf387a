import type { Span } from '../core/span.ts';
import type { ShellCommand, ShellScript, ShellWord } from './script.ts';

export { isInterpreter, isShellInterpreter } from './interpreter.ts';

/** A flag found among a command's arguments. */
export interface FlagMatch {
  /** The name that matched, as asked for: `-k`, `--insecure`, `-rootless`. */
  readonly name: string;
  readonly word: ShellWord;
  /** Source span of the flag alone: the `k` of `-sk`, else the whole word with `=value`. */
  readonly span: Span;
  /** Whether the span stands in one piece in the source. */
  readonly editable: boolean;
  /** Whether `span` is a letter in a cluster of short flags. */
  readonly clustered: boolean;
}

/** The value of a flag: `x` in `--name=x`, `--name x`, `-n x`, `-nx`. */
export interface FlagValue {
  readonly flag: FlagMatch;
  /** The word that holds the value, which may be the flag's own. */
  readonly word: ShellWord;
  /** The literal value; absent when it is dynamic. */
  readonly value?: string;
  /** The text with expansions left as written. */
  readonly text: string;
  /** Source span of the value alone; of the whole word when quoting hides where it starts. */
  readonly span: Span;
  readonly editable: boolean;
}

type Arg =
  | { readonly kind: 'flag'; readonly flag: FlagMatch; readonly attached?: number; readonly next?: ShellWord }
  | { readonly kind: 'operand'; readonly word: ShellWord };

/** The part of a word from `start` to `end` (offsets in its text); the whole word where quotes make them unlike the source. */
function part(word: ShellWord, start: number, end: number): { span: Span; editable: boolean } {
  const exact = word.editable && word.raw === word.text;
  return exact
    ? { span: { start: word.span.start + start, end: word.span.start + end }, editable: true }
    : { span: word.span, editable: word.editable && start === 0 && end === word.text.length };
}

function wholeWord(name: string, word: ShellWord): FlagMatch {
  return { name, word, span: word.span, editable: word.editable, clustered: false };
}

/** `-sko x`: letters up to one that takes a value, which takes the rest of the word or the next word. */
function shortCluster(
  word: ShellWord,
  next: ShellWord | undefined,
  valueFlags: readonly string[],
): { args: Arg[]; usesNext: boolean } {
  const args: Arg[] = [];
  for (let at = 1; at < word.text.length; at += 1) {
    const name = `-${word.text[at]}`;
    const clustered = word.text.length > 2;
    const flag: FlagMatch = clustered ? { name, word, ...part(word, at, at + 1), clustered } : wholeWord(name, word);
    if (!valueFlags.includes(name)) {
      args.push({ kind: 'flag', flag });
      continue;
    }
    if (at + 1 < word.text.length) return { args: [...args, { kind: 'flag', flag, attached: at + 1 }], usesNext: false };
    return { args: [...args, { kind: 'flag', flag, ...(next && { next }) }], usesNext: next !== undefined };
  }
  return { args, usesNext: false };
}

/** Whether it is a long flag with one dash. */
function isOneDash(name: string, valueFlags: readonly string[], exact: readonly string[]): boolean {
  return name.length > 2 && (valueFlags.includes(name) || exact.includes(name));
}

/** A quick look: without a word that begins with a dash there is no flag. */
function mayHaveFlags({ args }: ShellCommand): boolean {
  return args.some(({ text }) => text.startsWith('-'));
}

/**
 * Reads arguments by the POSIX and GNU conventions (XBD 12.2 Utility Syntax Guidelines; GNU `getopt_long`). `valueFlags` take a
 * value; `exact` names long flags with one dash (`-rootless`), which are no clusters.
 */
function readArgs(command: ShellCommand, valueFlags: readonly string[], exact: readonly string[]): Arg[] {
  const result: Arg[] = [];
  const { args } = command;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at];
    if (!word) break;
    const { text } = word;
    const equals = text.indexOf('=');
    const name = equals < 0 ? text : text.slice(0, equals);
    const next = args[at + 1];
    if (text === '--') {
      result.push(...args.slice(at + 1).map((operand): Arg => ({ kind: 'operand', word: operand })));
      break;
    }
    // A word that starts with an expansion is not known to be a flag, one that starts with a literal dash is.
    if (!text.startsWith('-') || text === '-') result.push({ kind: 'operand', word });
    else if (text.startsWith('--') || isOneDash(name, valueFlags, exact)) {
      const flag = wholeWord(name, word);
      const usesNext = equals < 0 && valueFlags.includes(name) && next !== undefined;
      result.push({ kind: 'flag', flag, ...(equals >= 0 && { attached: equals + 1 }), ...(usesNext && { next }) });
      if (usesNext) at += 1;
    } else {
      const cluster = shortCluster(word, next, valueFlags);
      result.push(...cluster.args);
      if (cluster.usesNext) at += 1;
    }
  }
  return result;
}

/**
 * The first of the flags `names` (`-k`, `--insecure`, `-rootless`) that a command is given, or undefined. `valueFlags` are flags
 * that take a value: the `k` of `-o k` and `-okay` is none. A flag with a value attached (`--insecure=false`) counts: see
 * `flagValue`.
 */
export function hasFlag(
  command: ShellCommand,
  names: readonly string[],
  valueFlags: readonly string[] = [],
): FlagMatch | undefined {
  if (!mayHaveFlags(command)) return undefined;
  for (const arg of readArgs(command, valueFlags, names))
    if (arg.kind === 'flag' && names.includes(arg.flag.name)) return arg.flag;
  return undefined;
}

/** All the flags `names` that a command is given, in order; see `hasFlag`. */
export function flagsNamed(command: ShellCommand, names: readonly string[], valueFlags: readonly string[] = []): FlagMatch[] {
  if (!mayHaveFlags(command)) return [];
  return readArgs(command, valueFlags, names).flatMap((arg) =>
    arg.kind === 'flag' && names.includes(arg.flag.name) ? [arg.flag] : [],
  );
}

/** The values of all the flags `names`, in order; `otherValueFlags` are further flags that take a value. */
export function flagValues(
  command: ShellCommand,
  names: readonly string[],
  otherValueFlags: readonly string[] = [],
): FlagValue[] {
  const result: FlagValue[] = [];
  if (!mayHaveFlags(command)) return result;
  for (const arg of readArgs(command, [...names, ...otherValueFlags], names)) {
    if (arg.kind !== 'flag' || !names.includes(arg.flag.name)) continue;
    const word = arg.next ?? arg.flag.word;
    const from = arg.next ? 0 : arg.attached;
    if (from === undefined) continue;
    result.push({
      flag: arg.flag,
      word,
      text: word.text.slice(from),
      ...part(word, from, word.text.length),
      ...(word.value !== undefined && { value: word.value.slice(from) }),
    });
  }
  return result;
}

/** The value of the first of the flags `names` that has one. */
export function flagValue(
  command: ShellCommand,
  names: readonly string[],
  otherValueFlags: readonly string[] = [],
): FlagValue | undefined {
  return flagValues(command, names, otherValueFlags)[0];
}

/** The arguments that are neither flags nor values of `valueFlags`: sub-commands, packages, files, URLs. */
export function operands(command: ShellCommand, valueFlags: readonly string[] = []): readonly ShellWord[] {
  if (!mayHaveFlags(command)) return command.args;
  return readArgs(command, valueFlags, []).flatMap((arg) => (arg.kind === 'operand' ? [arg.word] : []));
}

/** The first operand when it is literal: `install` in `apt-get -qq install x`. */
export function subcommand(command: ShellCommand, valueFlags: readonly string[] = []): string | undefined {
  return operands(command, valueFlags)[0]?.value;
}

/** The commands of a script, at any depth, whose program has one of the names. */
export function commandsNamed(script: ShellScript, ...names: readonly string[]): ShellCommand[] {
  return script.commands.filter((command) => command.name !== undefined && names.includes(command.name));
}

/** The commands behind a command in its pipe, nearest first. */
export function downstream(command: ShellCommand): ShellCommand[] {
  const result: ShellCommand[] = [];
  for (let next = command.pipesTo; next && !result.includes(next); next = next.pipesTo) result.push(next);
  return result;
}
