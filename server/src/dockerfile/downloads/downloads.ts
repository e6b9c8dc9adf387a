import { flagValue, operands } from '../../shell/query.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';

/** A program that fetches over the network, with what its options say of the file. */
interface Downloader {
  /** Options that name the file. */
  readonly output: readonly string[];
  /** Further options that take a value. */
  readonly valueFlags: readonly string[];
  /** Whether it saves under the URL's last part: always, never, or with one of these options. */
  readonly saves: boolean | readonly string[];
}

const CURL: Downloader = {
  output: ['-o', '--output'],
  saves: ['-O', '--remote-name'],
  valueFlags: [
    ...[
      '-A',
      '-b',
      '-c',
      '-C',
      '-d',
      '-D',
      '-e',
      '-E',
      '-F',
      '-H',
      '-K',
      '-m',
      '-P',
      '-Q',
      '-r',
      '-t',
      '-T',
      '-u',
      '-U',
      '-w',
      '-x',
    ],
    ...[
      '-X',
      '-y',
      '-Y',
      '-z',
      '--header',
      '--data',
      '--user',
      '--request',
      '--proxy',
      '--retry',
      '--retry-delay',
      '--retry-max-time',
    ],
    ...[
      '--connect-timeout',
      '--max-time',
      '--cacert',
      '--capath',
      '--cert',
      '--key',
      '--output-dir',
      '--user-agent',
      '--referer',
    ],
    ...['--tlsv1', '--tls-max', '--write-out', '--limit-rate', '--resolve', '--proto-redir', '--interface', '--url', '--proto'],
  ],
};
const WGET: Downloader = {
  output: ['-O', '--output-document'],
  saves: true,
  valueFlags: [
    ...[
      '-o',
      '-a',
      '-e',
      '-i',
      '-B',
      '-t',
      '-T',
      '-w',
      '-Q',
      '-P',
      '-U',
      '-l',
      '-A',
      '-R',
      '-D',
      '-I',
      '-X',
      '--header',
      '--user',
    ],
    ...[
      '--password',
      '--tries',
      '--timeout',
      '--user-agent',
      '--referer',
      '--directory-prefix',
      '--output-file',
      '--ca-certificate',
    ],
    ...['--post-data', '--post-file', '--waitretry', '--wait', '--execute'],
  ],
};
/** curl(1), wget(1), fetch(1) of FreeBSD, aria2c(1), axel(1), HTTPie. */
const DOWNLOADERS: Readonly<Record<string, Downloader>> = {
  curl: CURL,
  wget: WGET,
  wget2: WGET,
  fetch: { output: ['-o', '--output'], saves: true, valueFlags: ['-B', '-S', '-T', '-i', '-N', '-w'] },
  aria2c: { output: ['-o', '--out'], saves: true, valueFlags: ['-d', '--dir', '-x', '-s', '-j', '-k', '--header'] },
  axel: { output: ['-o', '--output'], saves: true, valueFlags: ['-n', '-s', '-H', '-U'] },
  http: { output: ['-o', '--output'], saves: ['-d', '--download'], valueFlags: ['-a', '--auth', '--proxy', '--timeout'] },
  https: { output: ['-o', '--output'], saves: ['-d', '--download'], valueFlags: ['-a', '--auth', '--proxy', '--timeout'] },
  httpie: { output: ['-o', '--output'], saves: ['-d', '--download'], valueFlags: ['-a', '--auth', '--proxy', '--timeout'] },
};

function downloaderOf({ name }: ShellCommand): Downloader | undefined {
  return name !== undefined && Object.hasOwn(DOWNLOADERS, name) ? DOWNLOADERS[name] : undefined;
}

/** Whether a command fetches something over the network. */
export function isDownload(command: ShellCommand): boolean {
  return downloaderOf(command) !== undefined;
}

/** The word that says what a download fetches: the first argument that is no option. */
export function urlOf(command: ShellCommand): ShellWord | undefined {
  const tool = downloaderOf(command);
  const words = tool ? operands(command, [...tool.output, ...tool.valueFlags]) : [];
  return words.find(({ text }) => /:\/\/|^[\w-]+(?:\.[\w-]+)+(?:[/:]|$)|^\$/.test(text)) ?? words[0];
}

/** The file that a download writes, as the script spells it; undefined when it goes to standard output. */
export function savedFileOf(command: ShellCommand): string | undefined {
  const tool = downloaderOf(command);
  if (!tool) return undefined;
  const redirected = command.redirects.find(({ operator }) => operator === '>' || operator === '>>' || operator === '>|')?.target;
  if (redirected) return redirected.text;
  const named = flagValue(command, tool.output, tool.valueFlags)?.text;
  if (named !== undefined) return named === '-' || named === '/dev/stdout' ? undefined : named;
  const bySwitch = Array.isArray(tool.saves) ? tool.saves.some((flag) => hasSwitch(command, flag)) : tool.saves === true;
  if (!bySwitch) return undefined;
  const path = (urlOf(command)?.text ?? '').replace(/[?#].*$/, '');
  return path.slice(path.lastIndexOf('/') + 1) || undefined;
}

function hasSwitch(command: ShellCommand, flag: string): boolean {
  const letter = /^-\w$/.test(flag) ? flag.slice(1) : undefined;
  return command.args.some(
    ({ text }) => text === flag || (letter !== undefined && /^-[A-Za-z]+$/.test(text) && text.includes(letter)),
  );
}
