/**
 * How package managers are told what to install, and in which version.
 * Source: the manual pages of apt-get(8), apk(8), yum(8), dnf(8), zypper(8), pacman(8), gem(1), npm-install(1); pip's "Requirement
 * specifiers" and "VCS support"; "go help get". Read 2026-11-21.
 */
import { operands } from '../shell/query.ts';
import type { ShellCommand, ShellWord } from '../shell/script.ts';

export interface PackageManager {
  readonly programs: RegExp;
  /** Sub-commands that install: each the words in order. */
  readonly installs: readonly (readonly string[])[];
  /** Flags that take a value. */
  readonly valueFlags: readonly string[];
  /** With one of these all packages have a version: `--version`, a constraints file. */
  readonly pinningFlags: readonly string[];
  /** Whether a package is given with its version, or is a file or a URL that has one. */
  readonly isPinned: (text: string) => boolean;
  /** A package without a version, written with one; where it is a repository, with a commit. */
  readonly withVersion: (text: string, version: string, commit: string) => string;
}

const REPOSITORY_URL = /^(?:git|hg|svn|bzr)\+|^(?:git|ssh):\/\/|^git@/;

function isPinnedForPip(text: string): boolean {
  if (/^(?:git|hg|svn|bzr)\+/.test(text)) return /@[^/@\s]+(?:#.*)?$/.test(text.replace(/^[^/]*\/\/[^/@]*@/, ''));
  return /[=~<>!]=|[<>@]|\.(?:whl|zip|tar\.\w+|tgz)$|^\.|\/|\\/.test(text);
}

/** `user/repository` of a host that npm knows by name. */
const HOSTED = /^(?:[a-z]+:)?[\w.-]+\/[\w.-]+(?:#.*)?$/;

function isPinnedForNpm(text: string): boolean {
  if (REPOSITORY_URL.test(text) || /\.git$/.test(text)) return text.includes('#');
  if (/^(?:\.|~|\/|file:|https?:)|\.(?:tgz|tar|tar\.gz)$/.test(text)) return true;
  if (HOSTED.test(text)) return text.includes('#');
  const [, version] = /^(?:@[^/@]+\/)?[^@]+@(.+)$/s.exec(text) ?? [];
  return version !== undefined && !/^(?:latest|next|\*|x)$/.test(version);
}

/** npm takes a commit behind `#` where the package is a repository. */
function npmWithVersion(text: string, version: string, commit: string): string {
  if (REPOSITORY_URL.test(text) || /\.git$/.test(text) || HOSTED.test(text)) return `${text}#${commit}`;
  return `${text.replace(/(.)@[^@/]*$/, '$1')}@${version}`;
}

/** pip takes a commit behind `@` where the package is a repository. */
function pipWithVersion(text: string, version: string, commit: string): string {
  const [, address = text, fragment = ''] = /^([^#]*)(#.*)?$/s.exec(text) ?? [];
  return /^(?:git|hg|svn|bzr)\+/.test(text) ? `${address}@${commit}${fragment}` : `${text}==${version}`;
}

const RPM = {
  withVersion: (text: string, version: string) => `${text}-${version}`,
  valueFlags: [
    '-c',
    '--config',
    '-x',
    '--exclude',
    '--enablerepo',
    '--disablerepo',
    '--repo',
    '--setopt',
    '--installroot',
    '--releasever',
    '-d',
    '-e',
  ],
  pinningFlags: [],
  isPinned: (text: string) => /-(?:\d+:)?\d[\w.+~^*]*(?:-\d[\w.+~^*]*)?$|\.rpm$|^@|[/*=<>]|^[\w.+-]+:\w/.test(text),
};

/** The package managers whose installations are judged, by the name of their rule. */
export const PACKAGE_MANAGERS = {
  apt: {
    programs: /^(?:apt-get|apt|aptitude)$/,
    installs: [['install']],
    valueFlags: [
      '-t',
      '--target-release',
      '--default-release',
      '-c',
      '--config-file',
      '-o',
      '--option',
      '-a',
      '--host-architecture',
    ],
    pinningFlags: [],
    isPinned: (text) => /[=/]|\.deb$|[-*^]$/.test(text),
    withVersion: (text, version) => `${text}=${version}`,
  },
  apk: {
    programs: /^apk$/,
    installs: [['add']],
    valueFlags: [
      ...['-t', '--virtual', '-X', '--repository', '-p', '--root', '--arch', '--keys-dir', '--repositories-file', '--wait'],
      ...['--cache-dir', '--cache-max-age', '--progress-fd', '--timeout'],
    ],
    pinningFlags: [],
    isPinned: (text) => /[=~<>]|\.apk$|^[!/]/.test(text),
    withVersion: (text, version) => `${text}=${version}`,
  },
  pip: {
    programs: /^pip[\d.]*$|^pipx$|^uv$/,
    installs: [['install'], ['pip', 'install'], ['tool', 'install']],
    valueFlags: [
      ...[
        '-r',
        '--requirement',
        '-e',
        '--editable',
        '-i',
        '--index-url',
        '--extra-index-url',
        '-f',
        '--find-links',
        '-t',
        '--target',
      ],
      ...['--prefix', '--root', '--src', '-b', '--build', '-d', '--platform', '--python-version', '--implementation', '--abi'],
      ...[
        '--only-binary',
        '--no-binary',
        '--trusted-host',
        '--cache-dir',
        '--log',
        '--proxy',
        '--timeout',
        '--retries',
        '--report',
      ],
      ...['--exists-action', '--cert', '--client-cert', '--global-option', '--install-option', '--root-user-action', '--python'],
      ...['--progress-bar', '--upgrade-strategy', '-C', '--config-settings', '--pip-args', '--suffix', '--index', '--with'],
    ],
    pinningFlags: ['-c', '--constraint', '--constraints', '--require-hashes'],
    isPinned: isPinnedForPip,
    withVersion: pipWithVersion,
  },
  npm: {
    programs: /^(?:npm|pnpm|yarn|bun)$/,
    installs: [['install'], ['i'], ['add'], ['global', 'add']],
    valueFlags: [
      ...[
        '--registry',
        '--prefix',
        '--loglevel',
        '--cache',
        '--tag',
        '--omit',
        '--only',
        '--include',
        '-w',
        '--workspace',
        '--cwd',
      ],
      ...['--userconfig', '--globalconfig', '--location', '--network-timeout', '-C', '--dir', '--filter', '--cache-folder'],
    ],
    pinningFlags: [],
    isPinned: isPinnedForNpm,
    withVersion: npmWithVersion,
  },
  gem: {
    programs: /^gem$/,
    installs: [['install'], ['i']],
    valueFlags: [
      '-i',
      '--install-dir',
      '-n',
      '--bindir',
      '-P',
      '--trust-policy',
      '--platform',
      '-s',
      '--source',
      '-B',
      '-g',
      '--file',
    ],
    pinningFlags: ['-v', '--version'],
    isPinned: (text) => /:[\d~<>=]|\.gem$/.test(text),
    withVersion: (text, version) => `${text}:${version}`,
  },
  yum: { programs: /^yum$/, installs: [['install'], ['localinstall'], ['module', 'install']], ...RPM },
  dnf: { programs: /^(?:micro|t)?dnf\d?$/, installs: [['install'], ['localinstall'], ['module', 'install']], ...RPM },
  zypper: {
    programs: /^zypper$/,
    installs: [['install'], ['in']],
    valueFlags: [
      '-r',
      '--repo',
      '--from',
      '-t',
      '--type',
      '-R',
      '--root',
      '-p',
      '--plus-repo',
      '-c',
      '--config',
      '-D',
      '--reposd-dir',
    ],
    pinningFlags: [],
    isPinned: (text) => /[=<>]|\.rpm$|^[-!@+]|[/*]/.test(text),
    withVersion: (text, version) => `${text}=${version}`,
  },
  go: {
    programs: /^go$/,
    installs: [['get'], ['install'], ['run']],
    valueFlags: [
      '-C',
      '-ldflags',
      '-gcflags',
      '-asmflags',
      '-tags',
      '-mod',
      '-modfile',
      '-o',
      '-p',
      '-exec',
      '-buildmode',
      '-overlay',
    ],
    pinningFlags: [],
    isPinned: (text) => (text.includes('@') ? !/@(?:latest|upgrade|patch|master|main|HEAD)$/.test(text) : true),
    withVersion: (text, version) => `${text.replace(/@[^@]*$/, '')}@v${version}`,
  },
} as const satisfies Readonly<Record<string, PackageManager>>;

/** The command without `python -m` in front of it. */
function ownArgs(command: ShellCommand): { readonly name: string; readonly args: readonly ShellWord[] } {
  const { name = '', args } = command;
  const isModule = /^(?:python|pypy)[\d.]*$/.test(name) && args[0]?.value === '-m' && args[1]?.value !== undefined;
  const own = isModule ? args.slice(2) : args;
  const end = own.findIndex(({ text }) => text === '--');
  return { name: isModule ? (args[1]?.value ?? '') : name, args: end < 0 ? own : own.slice(0, end) };
}

/** The words behind a manager's sub-command that installs; undefined for any other command. */
export function installedPackages(command: ShellCommand, manager: PackageManager): readonly ShellWord[] | undefined {
  const { name, args } = ownArgs(command);
  if (!manager.programs.test(name)) return undefined;
  const all = operands({ ...command, args }, [...manager.valueFlags, ...manager.pinningFlags]);
  const words = manager.installs.find((sub) => sub.every((word, n) => all[n]?.value === word));
  if (!words) return undefined;
  const packages = all.slice(words.length);
  // What follows the program that `go run` starts is for that program.
  return name === 'go' && words[0] === 'run' ? packages.slice(0, 1) : packages;
}

/** The packages that a command installs without saying which version; none for what only the build knows. */
export function unpinnedPackages(command: ShellCommand, manager: PackageManager): readonly ShellWord[] {
  const packages = installedPackages(command, manager) ?? [];
  const isPinning = ({ text }: ShellWord) => manager.pinningFlags.some((flag) => text === flag || text.startsWith(`${flag}=`));
  if (command.args.some(isPinning)) return [];
  return packages.filter(({ value }) => value !== undefined && value !== '' && !manager.isPinned(value));
}
