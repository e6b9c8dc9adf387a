import type { Span } from '../../core/span.ts';
import type { ShellCommand, ShellScript, ShellWord } from '../../shell/script.ts';

const DOWNLOAD = '(?:DownloadString|Invoke-WebRequest|Invoke-RestMethod|\\biwr\\b|\\birm\\b|\\bcurl\\b|\\bwget\\b)';
const RUN = '(?:\\b(?:Invoke-Expression|iex)\\b|\\[scriptblock\\]::Create)';
/** `iex (… DownloadString(…))` and `iwr … | iex`, in one statement. */
const BEFORE = new RegExp(`(${RUN})[^;\\n]*${DOWNLOAD}`, 'gi');
const BEHIND = new RegExp(`${DOWNLOAD}[^;\\n]*\\|\\s*(?:&\\s*)?(${RUN})`, 'gi');

/**
 * Source spans of the `iex` and `Invoke-Expression` that run what the same statement downloads, in a script that is kept as text.
 * (https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-expression)
 */
export function executedByPowerShell(script: ShellScript): readonly Span[] {
  const { text } = script;
  return [BEFORE, BEHIND].flatMap((pattern) =>
    [...text.text.matchAll(pattern)].map((match) => {
      const [whole, word = ''] = match;
      const at = match.index + (pattern === BEFORE ? 0 : whole.length - word.length);
      return text.spanToSource({ start: at, end: at + word.length });
    }),
  );
}

/** Code that an interpreter is given fetches something and runs it. */
const FETCHED_CODE: readonly (readonly [program: RegExp, fetches: RegExp, runs: RegExp])[] = [
  [/^(?:pwsh|powershell)$/, new RegExp(DOWNLOAD, 'i'), new RegExp(RUN, 'i')],
  [/^(?:python|pypy)[\d.]*$/, /urlopen|requests\.get|httpx\.get/, /\b(?:exec|eval)\(/],
  [/^php\d*$/, /(?:file_get_contents|fopen)\(\s*['"]https?:/, /\beval\(/],
  [/^ruby$/, /URI\.open|open-uri|Net::HTTP/, /\b(?:instance_)?eval\b/],
];

/** The argument of an interpreter in which code fetches code and runs it: `pwsh -c "iwr … | iex"`, `python -c "exec(urlopen(…).read())"`. */
export function fetchedCode({ name, args }: ShellCommand): ShellWord | undefined {
  const entry = name === undefined ? undefined : FETCHED_CODE.find(([program]) => program.test(name));
  return entry && args.find(({ text }) => entry[1].test(text) && entry[2].test(text));
}
