/**
 * Which commands of package managers ask before they go on, and how they are told not to.
 * Source: the manual pages of apt-get(8), aptitude(8), yum(8), dnf(8), microdnf(8), zypper(8). Read 2026-11-21.
 */
import { flagsNamed, hasFlag, operands } from '../shell/query.ts';
import type { ShellCommand, ShellWord } from '../shell/script.ts';
import { PACKAGE_MANAGERS } from './package-managers.ts';

interface PromptingManager {
  readonly programs: RegExp;
  /** Sub-commands that ask. */
  readonly asks: RegExp;
  readonly valueFlags: readonly string[];
  /** Flags that answer; behind or in front of the sub-command. */
  readonly answers: readonly string[];
  /** Flags that answer only in front of the sub-command, where they mean the whole program. */
  readonly globalAnswers?: readonly string[];
  /** Flags with which nothing is done, or the answer is *no*. */
  readonly idle: readonly string[];
  /** Whether two `-q` answer. */
  readonly quietAnswers?: boolean;
  /** The flag to add, and the word that it goes behind. */
  readonly add: { readonly flag: string; readonly behind: 'program' | 'subcommand' };
}

const HELP = ['-h', '--help', '--version'];
const RPM: Omit<PromptingManager, 'programs'> = {
  asks: /^(?:(?:local|group|re)?install|in|rei|groupupdate|update|upgrade|up|update-minimal|upgrade-minimal|downgrade|remove|erase|rm|groupremove|autoremove|swap|distro-sync|dsync|builddep|build-dep)$|^(?:group|module) (?:install|upgrade|remove|update)$/,
  valueFlags: PACKAGE_MANAGERS.dnf.valueFlags,
  answers: ['-y', '--assumeyes'],
  idle: [...HELP, '--assumeno'],
  add: { flag: '-y', behind: 'subcommand' },
};
const MANAGERS: readonly PromptingManager[] = [
  {
    programs: PACKAGE_MANAGERS.apt.programs,
    asks: /^(?:install|reinstall|upgrade|safe-upgrade|full-upgrade|dist-upgrade|dselect-upgrade|remove|purge|autoremove|autopurge|build-dep|satisfy)$/,
    valueFlags: PACKAGE_MANAGERS.apt.valueFlags,
    answers: ['-y', '--yes', '--assume-yes', '--force-yes'],
    idle: [...HELP, '-s', '--simulate', '--just-print', '--dry-run', '--recon', '--no-act', '--print-uris', '--assume-no'],
    quietAnswers: true,
    add: { flag: '-y', behind: 'subcommand' },
  },
  { programs: /^(?:yum|(?:micro|t)?dnf\d?)$/, ...RPM },
  {
    programs: PACKAGE_MANAGERS.zypper.programs,
    asks: /^(?:install|in|remove|rm|update|up|patch|dist-upgrade|dup|source-install|si|install-new-recommends|inr)$/,
    valueFlags: PACKAGE_MANAGERS.zypper.valueFlags,
    answers: ['-y', '--no-confirm', '--non-interactive'],
    globalAnswers: ['-n'],
    idle: HELP,
    add: { flag: '--non-interactive', behind: 'program' },
  },
];

/** A command that will ask: its sub-command, and the flag that answers. */
export interface Prompt {
  readonly subcommand: ShellWord;
  readonly flag: string;
  /** The word that the flag goes behind. */
  readonly behind: ShellWord;
}

/** The setting with which a package manager does not ask, in a configuration file or in an option. */
export const ASSUME_YES = /(?:APT::Get::Assume-Yes|\bassumeyes)\\?["']?[\s=]+\\?["']?(?:true|yes|on|1)/i;

/** Where a package manager asks for consent that its arguments do not give; undefined for any other command. */
export function promptOf(command: ShellCommand): Prompt | undefined {
  const { name = '', word, args } = command;
  const manager = MANAGERS.find(({ programs }) => programs.test(name));
  if (!manager || !word) return undefined;
  const [subcommand, second] = operands(command, manager.valueFlags);
  if (!subcommand || args.slice(0, args.indexOf(subcommand)).some(({ text }) => text === '--')) return undefined;
  const asks = [subcommand.value ?? '', `${subcommand.value} ${second?.value}`].some((words) => manager.asks.test(words));
  if (!asks || hasFlag(command, [...manager.answers, ...manager.idle], manager.valueFlags)) return undefined;
  const global = { ...command, args: args.slice(0, args.indexOf(subcommand)) };
  if (manager.globalAnswers && hasFlag(global, manager.globalAnswers, manager.valueFlags)) return undefined;
  if (manager.quietAnswers && isVeryQuiet(command, manager.valueFlags)) return undefined;
  if (args.some(({ text }) => ASSUME_YES.test(text))) return undefined;
  return { subcommand, flag: manager.add.flag, behind: manager.add.behind === 'program' ? word : subcommand };
}

/** apt-get(8): quiet level 2 implies `-y`. */
function isVeryQuiet(command: ShellCommand, valueFlags: readonly string[]): boolean {
  if (command.args.some(({ text }) => /^(?:-q|--quiet)=[2-9]/.test(text))) return true;
  return flagsNamed(command, ['-q', '--quiet'], valueFlags).length >= 2;
}
