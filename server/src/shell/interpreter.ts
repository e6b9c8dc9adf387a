import type { Interpreter } from './script.ts';

const POSIX_SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh', 'rbash', 'busybox']);
const POWERSHELLS: ReadonlySet<string> = new Set(['pwsh', 'powershell']);
const LANGUAGES: ReadonlySet<string> = new Set([
  'python',
  'pypy',
  'perl',
  'ruby',
  'node',
  'nodejs',
  'deno',
  'bun',
  'php',
  'lua',
  'tclsh',
  'fish',
  'csh',
  'tcsh',
]);

/** Last part of a path without `.exe`: `/bin/bash` → `bash`, `C:\…\powershell.exe` → `powershell`. */
export function programName(path: string): string {
  const base = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return /\.exe$/i.test(base) ? base.slice(0, -4).toLowerCase() : base;
}

/** Whether a program (its base name) runs POSIX shell scripts; BusyBox does so as `sh`, not under its own name. */
export function isShellInterpreter(name: string | undefined): boolean {
  return name !== undefined && name !== 'busybox' && POSIX_SHELLS.has(name);
}

/** Whether a program (its base name) runs code that it reads from standard input: shells, Python, Perl, Ruby, Node, PHP … */
export function isInterpreter(name: string | undefined): boolean {
  if (name === undefined) return false;
  return isShellInterpreter(name) || POWERSHELLS.has(name) || LANGUAGES.has(name.replace(/\d+(?:\.\d+)*$/, ''));
}

function interpreterNamed(name: string): Interpreter {
  if (POSIX_SHELLS.has(name)) return 'posix';
  if (POWERSHELLS.has(name)) return 'powershell';
  return name === 'cmd' ? 'cmd' : 'other';
}

/**
 * What runs the shell form of RUN, CMD and ENTRYPOINT, from the words of SHELL; undefined or no words is Docker's default for
 * Linux, `["/bin/sh", "-c"]` (Dockerfile reference, "SHELL"). A launcher in front (`env bash -c`, `conda run -n x bash -c`) is
 * looked through.
 */
export function chooseInterpreter(shellWords: readonly string[] | undefined): Interpreter {
  const names = (shellWords ?? []).map(programName);
  if (names.length === 0) return 'posix';
  const first = interpreterNamed(names[0] ?? '');
  if (first !== 'other' || isInterpreter(names[0])) return first;
  const behind = names.slice(1).find((name) => interpreterNamed(name) !== 'other' || isInterpreter(name));
  return behind === undefined ? 'other' : interpreterNamed(behind);
}

/**
 * What the first line of a script asks for, or undefined when it has no `#!` (execve(2); BuildKit runs a RUN heredoc that
 * starts with `#!` as a program, Dockerfile reference, "Here-Documents").
 */
export function interpreterOfShebang(script: string): Interpreter | undefined {
  const line = /^#![ \t]*(\S[^\r\n]*)/.exec(script)?.[1];
  return line === undefined ? undefined : chooseInterpreter(line.trim().split(/[ \t]+/));
}
