/**
 * How package managers bring their index, and all the packages of a system, up to date.
 * Source: the manual pages of apt-get(8), apk(8), yum(8), dnf(8), zypper(8), pacman(8). Read 2026-11-21.
 */
import { operands } from '../shell/query.ts';
import type { ShellCommand, ShellWord } from '../shell/script.ts';

/** What a command does to a system's packages as a whole: *index*: fetches the list of packages; *upgrade*: all of them. */
export type SystemUpdate = 'index' | 'upgrade';

const UPDATES: readonly (readonly [RegExp, RegExp, SystemUpdate])[] = [
  [/^(?:apt-get|apt|aptitude)$/, /^update$/, 'index'],
  [/^(?:apt-get|apt|aptitude)$/, /^(?:upgrade|safe-upgrade|dist-upgrade|full-upgrade|dselect-upgrade)$/, 'upgrade'],
  [/^apk$/, /^update$/, 'index'],
  [/^apk$/, /^upgrade$/, 'upgrade'],
  [/^(?:yum|(?:micro|t)?dnf\d?)$/, /^(?:makecache|check-update)$/, 'index'],
  [/^(?:yum|(?:micro|t)?dnf\d?)$/, /^(?:update|upgrade|up|distro-sync|dist-sync)$/, 'upgrade'],
  [/^zypper$/, /^(?:refresh|ref)$/, 'index'],
  [/^zypper$/, /^(?:update|up|dist-upgrade|dup|patch)$/, 'upgrade'],
];

/** Programs that use the same index. */
const SAME_INDEX: readonly RegExp[] = [
  /^(?:apt-get|apt|aptitude|apt-cache|apt-file)$/,
  /^apk$/,
  /^(?:yum|yum-builddep|yum-config-manager|(?:micro|t)?dnf\d?)$/,
  /^zypper$/,
  /^(?:pacman|yay|paru)$/,
];

const FLAGS_WITH_VALUE = [
  '-o',
  '-c',
  '-t',
  '-X',
  '--repository',
  '-p',
  '--root',
  '--setopt',
  '--enablerepo',
  '--disablerepo',
  '--installroot',
];

/** Where a command brings a system's index or all its packages up to date; undefined where it names packages. */
export function systemUpdate(command: ShellCommand): { readonly does: SystemUpdate; readonly word: ShellWord } | undefined {
  const { name = '', args } = command;
  if (name === 'pacman') {
    const word = args.find(({ text }) => /^-S[a-z]*y/.test(text));
    const packages = operands(command).length > 0;
    return word && !packages ? { does: word.text.includes('u') ? 'upgrade' : 'index', word } : undefined;
  }
  const [word, ...packages] = operands(command, FLAGS_WITH_VALUE);
  const found = UPDATES.find(([programs, words]) => programs.test(name) && words.test(word?.value ?? ''));
  if (!found || !word) return undefined;
  return found[2] === 'index' || packages.length === 0 ? { does: found[2], word } : undefined;
}

/** Whether two programs work with the same index of packages. */
export function shareIndex(a: string, b: string): boolean {
  return SAME_INDEX.some((names) => names.test(a) && names.test(b));
}

/** Whether a command uses the index: installs, upgrades, downloads, or removes packages. */
export function usesIndex(command: ShellCommand): boolean {
  const { name = '', args } = command;
  if (!SAME_INDEX.some((names) => names.test(name))) return false;
  if (name === 'pacman') return args.some(({ text }) => /^-S/.test(text)) && operands(command).length > 0;
  const word = operands(command, FLAGS_WITH_VALUE)[0]?.value ?? '';
  return (
    /^(?:install|add|in|groupinstall|group|module|localinstall|reinstall|build-dep|builddep|source|download|satisfy|upgrade|safe-upgrade|dist-upgrade|full-upgrade|update|up|dup|patch|fetch|search|show|policy|list|info)$/.test(
      word,
    ) && systemUpdate(command)?.does !== 'index'
  );
}
