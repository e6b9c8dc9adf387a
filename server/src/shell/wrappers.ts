import { programName } from './interpreter.ts';
import type { ShellWord } from './script.ts';

/** How the options of a command that runs another command are read, up to that command's name. */
interface Wrapper {
  /** Short options that take a value, attached or in the next word. */
  readonly short?: string;
  /** Long options that take a value in the next word when no `=` is in them. */
  readonly long?: readonly string[];
  /** Words before the command that are no options: the duration of `timeout`, the user of `gosu`. */
  readonly positionals?: number;
  /** Takes `A=b` words before the command. */
  readonly assignments?: boolean;
  /** Options with which it does not run a command, or not as separate words. */
  readonly refuses?: RegExp;
}

/**
 * Sources: the manual pages of sudo(8), doas(1), env(1), timeout(1), nice(1), ionice(1), xargs(1), stdbuf(1), chroot(1),
 * setarch(8), setpriv(1), setsid(1), time(1); POSIX `command` and `exec`; the READMEs of gosu, su-exec, tini, dumb-init, s6.
 * Read 2026-11-21.
 */
const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: {
    short: 'ughpCrtTUDRa',
    long: ['user', 'group', 'host', 'prompt', 'close-from', 'role', 'type', 'command-timeout', 'other-user', 'chdir', 'chroot'],
    assignments: true,
    refuses: /^(?:-[A-Za-z]*[lve]|--list|--validate|--edit)$/,
  },
  doas: { short: 'uCa', refuses: /^-[A-Za-z]*L$/ },
  env: { short: 'uC', long: ['unset', 'chdir'], assignments: true, refuses: /^(?:-[A-Za-z0]*S.*|--split-string.*)$/ },
  command: { refuses: /^-[pvV]*[vV]/ },
  builtin: {},
  exec: { short: 'a' },
  nohup: {},
  time: { short: 'fo', long: ['format', 'output'] },
  timeout: { short: 'ks', long: ['kill-after', 'signal'], positionals: 1 },
  nice: { short: 'n', long: ['adjustment'] },
  ionice: { short: 'cn', long: ['class', 'classdata'], refuses: /^-[A-Za-z]*[pPu]/ },
  xargs: { short: 'aEdILnPs', long: ['arg-file', 'delimiter', 'max-args', 'max-procs', 'max-chars', 'process-slot-var'] },
  busybox: { refuses: /^-/ },
  gosu: { positionals: 1, refuses: /^-/ },
  'su-exec': { positionals: 1, refuses: /^-/ },
  's6-setuidgid': { positionals: 1 },
  setpriv: {
    long: [
      'reuid',
      'regid',
      'groups',
      'inh-caps',
      'ambient-caps',
      'bounding-set',
      'securebits',
      'selinux-label',
      'apparmor-profile',
    ],
  },
  setsid: {},
  tini: { short: 'pe' },
  'dumb-init': { short: 'r', long: ['rewrite'] },
  catatonit: {},
  chroot: { long: ['groups', 'userspec'], positionals: 1 },
  setarch: { positionals: 1 },
  linux32: {},
  linux64: {},
  stdbuf: { short: 'ioe', long: ['input', 'output', 'error'] },
  catchsegv: {},
  eatmydata: {},
  fakeroot: {},
};

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

function takesNextWord(wrapper: Wrapper, option: string): boolean {
  if (option.startsWith('--')) return (wrapper.long ?? []).includes(option.slice(2));
  const at = [...option.slice(1)].findIndex((letter) => (wrapper.short ?? '').includes(letter));
  return at >= 0 && at === option.length - 2;
}

/** Index of the wrapped command's name in `words`, where `words[0]` is the wrapper; undefined when it wraps nothing. */
function wrappedAt(wrapper: Wrapper, words: readonly ShellWord[]): number | undefined {
  let positionals = wrapper.positionals ?? 0;
  let options = true;
  for (let at = 1; at < words.length; at += 1) {
    const text = words[at]?.text ?? '';
    if (options && wrapper.refuses?.test(text)) return undefined;
    if (options && text === '--') options = false;
    else if (options && text.startsWith('-')) at += takesNextWord(wrapper, text) ? 1 : 0;
    else if (wrapper.assignments && ASSIGNMENT.test(text)) options = false;
    else if (positionals > 0) positionals -= 1;
    else return at;
  }
  return undefined;
}

/** What stands in front of a command: each wrapper from `words[start]` up to `words[end - 1]`. */
export interface Stripped {
  readonly wrappers: readonly { readonly name: string; readonly start: number; readonly end: number }[];
  /** Index of the word that names the command itself. */
  readonly at: number;
}

/**
 * Finds the command that the words of a simple command run in the end: `sudo -u x env A=b curl` → `curl`. A wrapper that runs
 * nothing (`command -v curl`, `exec >log`, `env`) is the command itself.
 */
export function stripWrappers(words: readonly ShellWord[]): Stripped {
  const wrappers: { name: string; start: number; end: number }[] = [];
  let at = 0;
  for (;;) {
    const value = words[at]?.value;
    const name = value === undefined ? '' : programName(value);
    const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
    const next = wrapper && wrappedAt(wrapper, words.slice(at));
    if (next === undefined) return { wrappers, at };
    wrappers.push({ name, start: at, end: at + next });
    at += next;
  }
}

/**
 * Index in `args` of the text that a shell runs (`sh -ec '…'`, `bash -o pipefail -c "…"`): POSIX `sh`, OPTIONS; or `stdin` when
 * it reads its script from there, or `none` when it runs a file.
 */
export function shellScriptArgument(args: readonly ShellWord[]): number | 'stdin' | 'none' {
  let command = false;
  let stdin = false;
  let options = true;
  for (let at = 0; at < args.length; at += 1) {
    const text = args[at]?.text ?? '';
    if (options && text === '--') options = false;
    else if (options && /^--(?:rcfile|init-file)$/.test(text)) at += 1;
    else if (options && /^[-+][A-Za-z]+$/.test(text)) {
      command ||= text.startsWith('-') && text.includes('c');
      stdin ||= text.includes('s');
      at += [...text].filter((letter) => letter === 'o' || letter === 'O').length;
    } else if (options && text.startsWith('--')) continue;
    else if (command) return at;
    else return stdin || text === '-' || text === '/dev/stdin' ? 'stdin' : 'none';
  }
  return command ? 'none' : 'stdin';
}

/** Index in `args` of the text that `su` or `runuser` hands to a shell: behind `-c` or `--command` (su(1)). */
export function suScriptArgument(args: readonly ShellWord[]): number | undefined {
  const at = args.findIndex((word) => /^(?:-[A-Za-z]*c|--command)$/.test(word.text));
  return at >= 0 && at + 1 < args.length ? at + 1 : undefined;
}

/** The words of each command that `find` runs for the files it finds: from `-exec` to `;` or `+` (find(1), POSIX `find`). */
export function findActions(args: readonly ShellWord[]): readonly (readonly ShellWord[])[] {
  return args.flatMap((arg, i) => {
    if (!/^-(?:exec|execdir|ok|okdir)$/.test(arg.text)) return [];
    const words = args.slice(i + 1);
    const end = words.findIndex((word) => word.text === ';' || word.text === '+');
    return [end < 0 ? words : words.slice(0, end)];
  });
}
