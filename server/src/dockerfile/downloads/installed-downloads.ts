import { flagValue, hasFlag, operands } from '../../shell/query.ts';
import type { ShellCommand, ShellScript, ShellWord } from '../../shell/script.ts';
import { isDownload, urlOf } from './downloads.ts';
import { fileRunBy, isSameFile, savedBy } from './executed-downloads.ts';
import { checksFiles } from './file-checks.ts';

/** A download that becomes a program of the image without having been checked. */
export interface InstalledDownload {
  /** The word of the command that makes it one. */
  readonly word: ShellWord;
  readonly download: ShellCommand;
  readonly url: ShellWord | undefined;
  /** *program*: made executable; *package*: given to a package manager that checks no signature of files; *unpacked*: a program of it is run. */
  readonly how: 'program' | 'package' | 'unpacked';
}

interface Unpacked {
  readonly download: ShellCommand;
  /** The folder, when the command names one. */
  readonly folder: string | undefined;
}

const MAKERS: ReadonlySet<string> = new Set([
  ...['chmod', 'install', 'dpkg', 'rpm', 'apt', 'apt-get', 'yum', 'dnf', 'microdnf', 'zypper'],
]);
const UNPACKERS: ReadonlySet<string> = new Set(['tar', 'bsdtar', 'gtar', 'unzip', '7z', '7za', 'cpio']);

/** The downloads of a script that become programs, in the order of the commands that make them such. Those that are run are others. */
export function installedDownloads({ commands }: ShellScript): readonly InstalledDownload[] {
  if (!commands.some(isDownload)) return [];
  const found: InstalledDownload[] = [];
  let saved: { readonly path: string; readonly download: ShellCommand }[] = [];
  let unpacked: Unpacked[] = [];
  const add = (word: ShellWord, download: ShellCommand, how: InstalledDownload['how']) =>
    found.push({ word, download, url: urlOf(download), how });
  for (const command of commands) {
    if (checksFiles(command)) {
      saved = [];
      unpacked = [];
    }
    const meaning = (word: ShellWord) => saved.find(({ path }) => isSameFile(path, word.text));
    if (UNPACKERS.has(command.name ?? '') && unpacks(command)) {
      const source = feederOf(command) ?? command.args.map(meaning).find((one) => one !== undefined)?.download;
      if (source) unpacked.push({ download: source, folder: folderOf(command) });
    }
    for (const { word, how } of saved.length > 0 ? made(command) : []) {
      const match = meaning(word);
      if (match && !isRun(commands, match.path)) add(word, match.download, how);
    }
    const run = unpacked.length > 0 ? fileRunBy(command) : undefined;
    const origin = run && unpacked.find(({ folder }) => mayBeIn(run.path, folder));
    if (run?.word && origin) {
      add(run.word, origin.download, 'unpacked');
      unpacked = unpacked.filter((one) => one !== origin);
    }
    saved.push(...savedBy(command).map((path) => ({ path, download: command })));
  }
  return found;
}

/** Whether the script runs the file itself. */
function isRun(commands: readonly ShellCommand[], path: string): boolean {
  return commands.some((command) => {
    const run = fileRunBy(command);
    return run !== undefined && isSameFile(path, run.path);
  });
}

function unpacks({ name, args }: ShellCommand): boolean {
  return (
    !/tar$/.test(name ?? '') || args.some(({ text }, n) => (n === 0 ? /^-?[A-Za-z]*x/ : /^-[A-Za-z]*x|^--extract/).test(text))
  );
}

/** The download that a pipe feeds to a command. */
function feederOf(command: ShellCommand): ShellCommand | undefined {
  for (let from = command.pipedFrom; from; from = from.pipedFrom) if (isDownload(from)) return from;
  return undefined;
}

function folderOf(command: ShellCommand): string | undefined {
  const flags = command.name === 'unzip' ? ['-d'] : ['-C', '--directory'];
  return flagValue(command, flags, ['-f', '--file'])?.text;
}

/** A program of an archive: below the folder that it is unpacked into, else by a relative path. */
function mayBeIn(program: string, folder: string | undefined): boolean {
  const inside = folder?.replace(/\/+$/, '');
  if (inside !== undefined && inside !== '' && inside !== '.' && program.startsWith(`${inside}/`)) return true;
  return (
    /^(?:\.\/)?[\w.$-]/.test(program) && program.includes('/') && !/^\$/.test(program) && (inside === undefined || inside === '.')
  );
}

/** What a command makes programs of: `chmod +x`, `install`, and the managers that take a file without a signature. */
function made(command: ShellCommand): { readonly word: ShellWord; readonly how: 'program' | 'package' }[] {
  const { name = '' } = command;
  if (!MAKERS.has(name)) return [];
  const words = operands(command, ['-m', '--mode', '-o', '-g', '-t']);
  const as = (how: 'program' | 'package', list: readonly ShellWord[]) => list.map((word) => ({ word, how }));
  if (name === 'chmod') {
    const [mode, ...files] = command.args.filter(({ text }) => !/^--?[a-zA-Z-]{2,}$|^-R$/.test(text));
    return /^[ugoa]*[+=][rwst]*x|^[0-7]*[1357][0-7]{0,2}$/.test(mode?.text ?? '') ? as('program', files) : [];
  }
  if (name === 'install') return hasFlag(command, ['-d', '--directory']) ? [] : as('program', words.slice(0, 1));
  if (name === 'dpkg') return hasFlag(command, ['-i', '--install']) ? as('package', words) : [];
  if (name === 'rpm') return hasFlag(command, ['-i', '-U', '-F', '--install', '--upgrade']) ? as('package', words) : [];
  const installs =
    /^(?:apt|apt-get|yum|dnf|microdnf|zypper)$/.test(name) && /^(?:install|localinstall|in)$/.test(words[0]?.text ?? '');
  return installs ? as('package', words.slice(1)) : [];
}
