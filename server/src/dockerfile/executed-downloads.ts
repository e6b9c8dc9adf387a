import type { Span } from '../core/span.ts';
import { downstream, isInterpreter, isShellInterpreter } from '../shell/query.ts';
import type { ShellCommand, ShellScript, ShellWord } from '../shell/script.ts';
import { shellScriptArgument } from '../shell/wrappers.ts';
import { isDownload, savedFileOf, urlOf } from './downloads.ts';
import { checksFiles } from './file-checks.ts';

/** A download that is run as a program without having been checked. */
export interface ExecutedDownload {
  /** What runs it: the interpreter's word, or the saved file as it is called. */
  readonly runner: ShellWord;
  readonly download: ShellCommand;
  readonly url: ShellWord | undefined;
  /** *piped*: straight into an interpreter; *saved*: written to a file that is then run. */
  readonly how: 'piped' | 'saved';
}

/** Options with which an interpreter takes its code from an argument, or a module, and not from standard input. */
const CODE_OPTION = /^-(?:-eval|-print|-command|[A-Za-z]*[cemrpnE]$|[Cc]ommand|[Ff]ile)/;
const SOURCING: ReadonlySet<string> = new Set(['.', 'source']);

/** The downloads of a script that end in an interpreter or are saved and run, in the order of the runners. */
export function executedDownloads(script: ShellScript): readonly ExecutedDownload[] {
  if (!script.commands.some(isDownload)) return [];
  const found = [...pipedInto(script), ...substituted(script), ...savedThenRun(script)];
  const first = new Map<string, ExecutedDownload>();
  for (const one of found) {
    const key = spanKey(one.runner.span);
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()].sort((a, b) => a.runner.span.start - b.runner.span.start);
}

function spanKey({ start, end }: Span): string {
  return `${start}-${end}`;
}

function executed(runner: ShellWord | undefined, download: ShellCommand, how: ExecutedDownload['how']): ExecutedDownload[] {
  return runner ? [{ runner, download, url: urlOf(download), how }] : [];
}

/** `curl … | gunzip | sh` */
function pipedInto({ commands }: ShellScript): ExecutedDownload[] {
  return commands.filter(isDownload).flatMap((download) => {
    const interpreter = downstream(download).find(readsScriptFromInput);
    return interpreter ? executed(interpreter.word, download, 'piped') : [];
  });
}

/** Whether a command is an interpreter that runs what comes in on standard input. */
function readsScriptFromInput(command: ShellCommand): boolean {
  if (!isInterpreter(command.name)) return SOURCING.has(command.name ?? '') && command.args[0]?.text === '/dev/stdin';
  if (isShellInterpreter(command.name)) return shellScriptArgument(command.args) === 'stdin';
  const argument = command.args.find(
    ({ text }) => !text.startsWith('-') || text === '-' || text === '--' || CODE_OPTION.test(text),
  );
  return argument === undefined || ['-', '--', '/dev/stdin'].includes(argument.text);
}

/** `bash <(curl …)`, `sh -c "$(curl …)"`, `eval "$(curl …)"`, `bash <<< "$(curl …)"` */
function substituted({ commands }: ShellScript): ExecutedDownload[] {
  return commands.flatMap((command) => {
    const runs = isInterpreter(command.name) || SOURCING.has(command.name ?? '') || command.name === 'eval';
    if (!runs) return [];
    const fed = command.redirects.flatMap(({ operator, target }) => (target && operator.startsWith('<') ? [target] : []));
    const code = [...command.args.filter(isSubstitution), ...fed];
    const download = code.flatMap((word) => word.substitutions).find(isDownload);
    return download ? executed(command.word, download, 'piped') : [];
  });
}

function isSubstitution({ text }: ShellWord): boolean {
  return /^\s*(?:\$\(|`|<\()/.test(text);
}

/** `curl -o x.sh … && sh x.sh`, `wget … && chmod +x x && ./x`, unless something checks files in between. */
function savedThenRun({ commands }: ShellScript): ExecutedDownload[] {
  const found: ExecutedDownload[] = [];
  let saved: { readonly path: string; readonly download: ShellCommand }[] = [];
  for (const command of commands) {
    if (checksFiles(command)) saved = [];
    const runner = saved.length > 0 ? fileRunBy(command) : undefined;
    const match = runner && saved.find(({ path }) => isSameFile(path, runner.path));
    if (runner && match) {
      found.push(...executed(runner.word, match.download, 'saved'));
      saved = saved.filter((one) => one !== match);
    }
    const path = savedFileOf(command);
    if (path !== undefined) saved.push({ path, download: command });
  }
  return found;
}

/** The file that a command runs: the script of an interpreter, a sourced file, or the command itself when called by its path. */
function fileRunBy(command: ShellCommand): { readonly word: ShellWord | undefined; readonly path: string } | undefined {
  const { word, args, name } = command;
  if (!isInterpreter(name) && !SOURCING.has(name ?? '')) return word?.text.includes('/') ? { word, path: word.text } : undefined;
  const isShell = isShellInterpreter(name);
  if (isShell && shellScriptArgument(args) !== 'none') return undefined;
  const file = args.find(({ text }, n) => {
    // In front of a shell's script stand options, and the names that `-o` and `-O` take.
    if (isShell) return !/^[-+]/.test(text) && !/^[-+][A-Za-z]*[oO]$/.test(args[n - 1]?.text ?? '');
    return !text.startsWith('-') || CODE_OPTION.test(text);
  });
  return file && !file.text.startsWith('-') ? { word, path: file.text } : undefined;
}

/** The same path, or the same name when one of the two is relative: a `cd` may stand between them. */
function isSameFile(saved: string, run: string): boolean {
  const [a, b] = [saved, run].map((path) => path.replace(/^(?:\.\/)+/, ''));
  if (a === undefined || b === undefined || a === '' || b === '') return false;
  const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  return a === b || ((!a.includes('/') || !b.includes('/')) && base(a) === base(b));
}
