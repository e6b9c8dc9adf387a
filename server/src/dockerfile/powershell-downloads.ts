import type { Span } from '../core/span.ts';
import type { ShellScript } from '../shell/script.ts';

const DOWNLOAD = '(?:DownloadString|Invoke-WebRequest|Invoke-RestMethod|\\biwr\\b|\\birm\\b|\\bcurl\\b|\\bwget\\b)';
const RUN = '\\b(?:Invoke-Expression|iex)\\b';
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
