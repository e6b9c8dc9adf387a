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

/** Takes what is read of a command's arguments. A flag is told by its name and the word that has it; nothing else is made of it. */
interface Reader {
  operand?(word: ShellWord): void;
  /** `letter`: index of its letter in a word of short flags; `attached`: where its value starts in the word; `next`: the word that is its value. */
  flag?(name: string, word: ShellWord, letter: number | undefined, attached?: number, next?: ShellWord): void;
}

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

/** The flag at a letter of a word of short flags, or that is the whole word. */
function flagAt(name: string, word: ShellWord, letter: number | undefined): FlagMatch {
  const clustered = letter !== undefined && word.text.length > 2;
  return clustered ? { name, word, ...part(word, letter, letter + 1), clustered } : wholeWord(name, word);
}

/** `-sko x`: letters up to one that takes a value, which takes the rest of the word or the next word. Gives whether it takes the next. */
function readCluster(word: ShellWord, next: ShellWord | undefined, valueFlags: readonly string[], reader: Reader): boolean {
  const { text } = word;
  for (let at = 1; at < text.length; at += 1) {
    const name = `-${text[at]}`;
    if (!valueFlags.includes(name)) reader.flag?.(name, word, at);
    else if (at + 1 < text.length) {
      reader.flag?.(name, word, at, at + 1);
      return false;
    } else {
      reader.flag?.(name, word, at, undefined, next);
      return next !== undefined;
    }
  }
  return false;
}

/** Whether it is a long flag with one dash. */
function isOneDash(name: string, valueFlags: readonly string[], exact: readonly string[]): boolean {
  return name.length > 2 && (valueFlags.includes(name) || exact.includes(name));
}

/** A quick look: without a word that begins with a dash there is no flag. */
function mayHaveFlags({ args }: ShellCommand): boolean {
  return args.some(({ text }) => text.startsWith('-'));
}

/** A quick look: whether one of the flags can be among the arguments at all. */
function mayHave({ args }: ShellCommand, names: readonly string[]): boolean {
  for (const { text } of args) {
    if (!text.startsWith('-')) continue;
    for (const name of names) {
      if (text.startsWith(name) || (name.length === 2 && !text.startsWith('--') && text.includes(name.charAt(1), 1))) return true;
    }
  }
  return false;
}

/**
 * Reads arguments by the POSIX and GNU conventions (XBD 12.2 Utility Syntax Guidelines; GNU `getopt_long`). `valueFlags` take a
 * value; `exact` names long flags with one dash (`-rootless`), which are no clusters.
 */
function readArgs({ args }: ShellCommand, valueFlags: readonly string[], exact: readonly string[], reader: Reader): void {
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at];
    if (!word) break;
    const { text } = word;
    // A word that starts with an expansion is not known to be a flag, one that starts with a literal dash is.
    if (!text.startsWith('-') || text === '-') {
      reader.operand?.(word);
      continue;
    }
    if (text === '--') {
      for (const operand of args.slice(at + 1)) reader.operand?.(operand);
      return;
    }
    const equals = text.indexOf('=');
    const name = equals < 0 ? text : text.slice(0, equals);
    const next = args[at + 1];
    if (text.startsWith('--') || isOneDash(name, valueFlags, exact)) {
      const usesNext = equals < 0 && valueFlags.includes(name) && next !== undefined;
      reader.flag?.(name, word, undefined, equals >= 0 ? equals + 1 : undefined, usesNext ? next : undefined);
      if (usesNext) at += 1;
    } else if (readCluster(word, next, valueFlags, reader)) at += 1;
  }
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
  return flagsNamed(command, names, valueFlags)[0];
}

/** All the flags `names` that a command is given, in order; see `hasFlag`. */
export function flagsNamed(command: ShellCommand, names: readonly string[], valueFlags: readonly string[] = []): FlagMatch[] {
  const result: FlagMatch[] = [];
  if (!mayHave(command, names)) return result;
  readArgs(command, valueFlags, names, {
    flag: (name, word, letter) => {
      if (names.includes(name)) result.push(flagAt(name, word, letter));
    },
  });
  return result;
}

/** The values of all the flags `names`, in order; `otherValueFlags` are further flags that take a value. */
export function flagValues(
  command: ShellCommand,
  names: readonly string[],
  otherValueFlags: readonly string[] = [],
): FlagValue[] {
  const result: FlagValue[] = [];
  if (!mayHave(command, names)) return result;
  readArgs(command, [...names, ...otherValueFlags], names, {
    flag: (name, own, letter, attached, next) => {
      const from = next ? 0 : attached;
      if (from === undefined || !names.includes(name)) return;
      const word = next ?? own;
      result.push({
        flag: flagAt(name, own, letter),
        word,
        text: word.text.slice(from),
        ...part(word, from, word.text.length),
        ...(word.value !== undefined && { value: word.value.slice(from) }),
      });
    },
  });
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
  const result: ShellWord[] = [];
  readArgs(command, valueFlags, [], { operand: (word) => void result.push(word) });
  return result;
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
