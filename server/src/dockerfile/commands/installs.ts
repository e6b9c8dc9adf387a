import { operands } from '../../shell/query.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import { clientCommand } from './client-command.ts';

/** What a command installs. */
export interface Installation {
  /** `apt-get`, `apk`, `pip` … */
  readonly tool: string;
  /** The operands behind the sub-command: packages, files, URLs. */
  readonly packages: readonly ShellWord[];
  /** A package manager of the system, or of a language. */
  readonly of: 'system' | 'language';
}

interface Installer {
  readonly subcommands: RegExp;
  readonly valueFlags: readonly string[];
  readonly of: Installation['of'];
}

const APT: Installer = {
  subcommands: /^(?:install|reinstall)$/,
  valueFlags: [
    '-t',
    '--target-release',
    '--default-release',
    '-o',
    '--option',
    '-c',
    '--config-file',
    '-a',
    '--host-architecture',
  ],
  of: 'system',
};
const YUM: Installer = {
  subcommands: /^(?:install|localinstall|groupinstall|reinstall)$/,
  valueFlags: [
    ...['-c', '-x', '--exclude', '--excludepkgs', '--enablerepo', '--disablerepo', '--repo', '--setopt', '--installroot'],
    '--releasever',
  ],
  of: 'system',
};
const NPM: Installer = {
  subcommands: /^(?:install|i|in|ci|add|install-test)$/,
  valueFlags: ['--prefix', '--registry', '-w', '--workspace', '--filter', '-C', '--cwd', '--cache', '--loglevel'],
  of: 'language',
};
/** apt-get(8), apk(8), yum(8), dnf(8), zypper(8); the command references of pip, npm, Yarn, pnpm, RubyGems, Bundler, Composer, Go, Cargo. */
const INSTALLERS: Readonly<Record<string, Installer>> = {
  'apt-get': APT,
  apt: APT,
  aptitude: APT,
  apk: {
    subcommands: /^add$/,
    valueFlags: [
      '-t',
      '--virtual',
      '-X',
      '--repository',
      '-p',
      '--root',
      '--arch',
      '--keys-dir',
      '--repositories-file',
      '--cache-dir',
    ],
    of: 'system',
  },
  yum: YUM,
  dnf: YUM,
  dnf5: YUM,
  tdnf: YUM,
  microdnf: YUM,
  zypper: {
    subcommands: /^(?:install|in)$/,
    valueFlags: ['-r', '--repo', '--from', '-t', '--type', '-R', '--root', '-C', '--capability'],
    of: 'system',
  },
  pip: {
    subcommands: /^install$/,
    valueFlags: [
      '-r',
      '--requirement',
      '-c',
      '--constraint',
      '-i',
      '--index-url',
      '--extra-index-url',
      '-t',
      '--target',
      '--trusted-host',
    ],
    of: 'language',
  },
  npm: NPM,
  pnpm: NPM,
  yarn: NPM,
  bun: NPM,
  gem: { subcommands: /^install$/, valueFlags: ['-v', '--version', '-i', '--install-dir', '-s', '--source'], of: 'language' },
  bundle: { subcommands: /^install$/, valueFlags: ['--jobs', '-j', '--path', '--gemfile', '--without'], of: 'language' },
  composer: { subcommands: /^(?:install|require|update)$/, valueFlags: ['-d', '--working-dir'], of: 'language' },
  go: { subcommands: /^(?:install|get)$/, valueFlags: [], of: 'language' },
  cargo: { subcommands: /^install$/, valueFlags: ['--version', '--root', '--git', '--path'], of: 'language' },
};

/** Package managers of systems, for rules that look at what they install and at no other command. */
export const SYSTEM_INSTALLERS: readonly string[] = Object.keys(INSTALLERS).filter((tool) => INSTALLERS[tool]?.of === 'system');

/** What a command installs with a package manager; undefined when it installs nothing. Plain `yarn` is `yarn install`. */
export function installationOf(command: ShellCommand): Installation | undefined {
  const client = clientCommand(command);
  const tool = client.name ?? '';
  const installer = Object.hasOwn(INSTALLERS, tool) ? INSTALLERS[tool] : undefined;
  if (!installer) return undefined;
  const [subcommand, ...packages] = operands(client, installer.valueFlags);
  if (subcommand === undefined && tool === 'yarn' && client.args.length === 0) return { tool, packages: [], of: 'language' };
  return installer.subcommands.test(subcommand?.value ?? '') ? { tool, packages, of: installer.of } : undefined;
}
