import type { Span } from '../../core/span.ts';
import type { ShellScript } from '../../shell/script.ts';
import { plainUrlIn } from './plain-http.ts';

/**
 * What makes PowerShell's web commands accept any certificate: a switch of PowerShell 7, a callback of .NET, and `-k` of the `curl.exe` of
 * Windows. (https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-webrequest)
 */
const UNVERIFIED =
  /(?<switch>(?<=\s)-SkipCertificateCheck\b(?!:\$false))|(?<callback>ServerCertificateValidationCallback\s*=\s*\{\s*(?:return\s+)?\$true\s*;?\s*\})|\bcurl\.exe\s[^;|\n]*?(?<curl>(?<=\s)(?:-k|--insecure)(?=\s))/gi;
const FETCH =
  /\b(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm|wget|curl(?:\.exe)?|Start-BitsTransfer|DownloadFile|DownloadString|DownloadData)\b[^;|\n]*?(?=http:\/\/)/gi;

/** A place where a PowerShell script switches verification off. */
export interface UnverifiedFetch {
  readonly span: Span;
  readonly shown: string;
  /** Whether taking it away leaves a statement that is whole. */
  readonly removable: boolean;
}

/** The places of a script that is kept as text where certificates are not verified. */
export function unverifiedInPowerShell({ text }: ShellScript): readonly UnverifiedFetch[] {
  return [...text.text.matchAll(UNVERIFIED)].map((match) => {
    const { switch: flag, callback, curl } = match.groups ?? {};
    const shown = flag ?? callback ?? curl ?? match[0];
    const start = match.index + match[0].length - shown.length;
    const part = { start, end: start + shown.length };
    return { span: text.spanToSource(part), shown, removable: callback === undefined && text.isContiguous(part) };
  });
}

/** The addresses without TLS that a PowerShell script fetches from. */
export function plainUrlsInPowerShell({ text }: ShellScript): readonly {
  readonly span: Span;
  readonly scheme: Span;
  readonly shown: string;
  readonly port: string | undefined;
}[] {
  return [...text.text.matchAll(FETCH)].flatMap((match) => {
    const start = match.index + match[0].length;
    const found = plainUrlIn(/^[^\s'")]*/.exec(text.text.slice(start))?.[0] ?? '');
    if (!found) return [];
    const at = (from: number, to: number) => text.spanToSource({ start: start + from, end: start + to });
    return [
      {
        span: at(found.start, found.end),
        scheme: at(found.start, found.start + 'http'.length),
        shown: found.shown,
        port: found.port,
      },
    ];
  });
}
