import type { Span } from '../../core/span.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import { clientCommand } from '../commands/client-command.ts';
import { locateInWords } from '../commands/words-text.ts';

/** A URL without TLS. */
export interface PlainUrl {
  /** As written, without a user or password. */
  readonly shown: string;
  readonly span: Span;
  /** Where `http` stands, when it may be replaced. */
  readonly scheme: Span | undefined;
  /** The port that is named. */
  readonly port: string | undefined;
}

/** Programs that install, unpack or run what they fetch, or from which others do. */
const CLIENTS: ReadonlySet<string> = new Set([
  ...['curl', 'wget', 'wget2', 'aria2c', 'axel', 'http', 'git', 'svn', 'hg', 'bzr', 'lftp', 'ncftpget', 'fetch'],
  ...['pip', 'uv', 'pipenv', 'easy_install', 'npm', 'pnpm', 'yarn', 'bun', 'gem', 'bundle', 'composer', 'composer.phar', 'conda'],
  ...['rpm', 'yum', 'dnf', 'dnf5', 'microdnf', 'zypper', 'cargo', 'luarocks', 'cpanm', 'pecl', 'pear', 'helm', 'mvn', 'kubectl'],
  ...['yum-config-manager', 'apt-key'],
]);
/** Options and settings whose value is an address that nothing is fetched from. */
const NOT_FETCHED = /prox|referer|user-agent|^--(?:header|data\S*)$/i;
const NOT_FETCHED_BY_CURL = /^-[A-Za-z]*[eHAxdw]$/;
const PLAIN = /(?<=^|[=+@"'(])http:\/\/(?:[^\s/@"'$]*@)?(\[[^\]\s]+\]|[A-Za-z0-9][\w.-]*)(?::(\d+))?(?:[/?#][^\s"')]*)?/;
const OWN_HOST =
  /^(?:localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0|169\.254\.\d+\.\d+|host\.docker\.internal|metadata\.google\.internal)$/i;

/** A plain URL in a text: offsets are the text's. Undefined for addresses of the machine itself, and for hosts that only run time knows. */
export function plainUrlIn(
  text: string,
): { readonly start: number; readonly end: number; readonly shown: string; readonly port: string | undefined } | undefined {
  const match = PLAIN.exec(text);
  if (!match || OWN_HOST.test(match[1] ?? '') || /^[^/?#]*\$/.test(text.slice(match.index + 7))) return undefined;
  const shown = match[0].replace(/^http:\/\/[^/@]*@/, 'http://').replace(/[?#].*$/, '');
  return { start: match.index, end: match.index + match[0].length, shown, port: match[2] };
}

/** The plain URLs that a command fetches from. */
export function plainUrlsOf(command: ShellCommand): readonly PlainUrl[] {
  const client = clientCommand(command);
  if (!CLIENTS.has(client.name ?? '')) return [];
  const { args } = client;
  const isProxySetting = args.some(({ text }) => /^(?:https?\.|https?-)?proxy$/i.test(text));
  if (isProxySetting) return [];
  return args.flatMap((word, n) => {
    const before = args[n - 1]?.text ?? '';
    const isValue =
      before.startsWith('-') &&
      !before.includes('=') &&
      (NOT_FETCHED.test(before) || (client.name === 'curl' && NOT_FETCHED_BY_CURL.test(before)));
    const found =
      isValue || /^[^=:]*(?:prox|referer|header|user-agent)[^=:]*=/i.test(word.text) ? undefined : plainUrlIn(word.text);
    return found ? [located(word, found)] : [];
  });
}

function located(word: ShellWord, { start, end, shown, port }: NonNullable<ReturnType<typeof plainUrlIn>>): PlainUrl {
  const at = (part: Span) => locateInWords([word], part);
  const scheme = at({ start, end: start + 'http'.length });
  return { shown, span: at({ start, end }).span, scheme: scheme.editable ? scheme.span : undefined, port };
}
