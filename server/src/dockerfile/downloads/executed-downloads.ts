import type { Span } from '../../core/span.ts';
import { downstream, isInterpreter, isShellInterpreter, operands } from '../../shell/query.ts';
import type { ShellCommand, ShellScript, ShellWord } from '../../shell/script.ts';
import { shellScriptArgument } from '../../shell/wrappers.ts';
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
  if (!script.commands.some((command) => savesOrFetches(command))) return [];
  const found = [...pipedInto(script), ...substituted(script), ...throughVariable(script), ...savedThenRun(script)];
  const first = new Map<string, ExecutedDownload>();
  for (const one of found) {
    const key = spanKey(one.runner.span);
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()].sort((a, b) => a.runner.span.start - b.runner.span.start);
}

function savesOrFetches(command: ShellCommand): boolean {
  return isDownload(command) || copiedByPhp(command) !== undefined;
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
    saved.push(...savedBy(command).map((path) => ({ path, download: command })));
  }
  return found;
}

/** The files that a download is written to, by itself or by `tee` behind it. */
export function savedBy(command: ShellCommand): readonly string[] {
  const copied = copiedByPhp(command);
  if (copied !== undefined) return [copied];
  if (!isDownload(command)) return [];
  const saved = savedFileOf(command);
  const teed = downstream(command).filter(({ name }) => name === 'tee');
  return [...(saved === undefined ? [] : [saved]), ...teed.flatMap((tee) => operands(tee).map(({ text }) => text))];
}

/** `php -r "copy('https://…', 'file');"`, as Composer's page has it. */
function copiedByPhp({ name, args }: ShellCommand): string | undefined {
  if (name !== 'php' || args[0]?.text !== '-r') return undefined;
  return /\bcopy\(\s*['"]https?:\/\/[^'"]*['"]\s*,\s*['"]([^'"]+)['"]/.exec(args[1]?.text ?? '')?.[1];
}

/** `X=$(curl …)`, then `sh -c "$X"`, `eval "$X"` or `echo "$X" | sh`. */
function throughVariable({ commands }: ShellScript): ExecutedDownload[] {
  const keeps = ({ name, assignments }: ShellCommand): boolean => assignments.length > 0 || name === 'export' || name === 'local';
  if (!commands.some(keeps)) return [];
  const holders = new Map<string, ShellCommand>();
  return commands.flatMap((command) => {
    const exported = command.name === 'export' || command.name === 'local' ? command.args : [];
    const words = [...command.assignments.map(({ name, value }) => ({ name, value })), ...exported.map(asAssignment)];
    for (const { name, value } of words) {
      const download = value.substitutions.find(isDownload);
      if (download && name !== undefined && /^["']?(?:\w+=)?["']?(?:\$\(|`)/.test(value.raw)) holders.set(name, download);
    }
    const runner = /^(?:echo|printf)$/.test(command.name ?? '') ? downstream(command).find(readsScriptFromInput) : command;
    const runs = runner && (isInterpreter(runner.name) || runner.name === 'eval');
    const held = runs ? command.args.map(({ text }) => holders.get(/^\$\{?(\w+)\}?$/.exec(text)?.[1] ?? '')) : [];
    const download = held.find((one) => one !== undefined);
    return download ? executed(runner?.word, download, 'piped') : [];
  });
}

function asAssignment(value: ShellWord): { readonly name: string | undefined; readonly value: ShellWord } {
  return { name: /^(\w+)=/.exec(value.text)?.[1], value };
}

/** The file that a command runs: the script of an interpreter, a sourced file, or the command itself when called by its path. */
export function fileRunBy(command: ShellCommand): { readonly word: ShellWord | undefined; readonly path: string } | undefined {
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
export function isSameFile(saved: string, run: string): boolean {
  const [a, b] = [saved, run].map((path) => path.replace(/^(?:\.\/)+/, ''));
  if (a === undefined || b === undefined || a === '' || b === '') return false;
  const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  return a === b || ((!a.includes('/') || !b.includes('/')) && base(a) === base(b));
}
