import type { Severity } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { Reporter } from './result.ts';
import { regionOf } from './result.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  info: 'notice',
};

/**
 * Annotations on a GitHub Actions run
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message).
 */
export const githubReport: Reporter = (result) =>
  result.files
    .flatMap(({ path, analysis }) => {
      const place = (span: Span) => {
        const at = regionOf(analysis, span);
        return `file=${property(path)},line=${at.startLine},endLine=${at.endLine},col=${at.startColumn},endColumn=${at.endColumn}`;
      };
      return [
        ...analysis.problems.map((p) => `::warning ${place(p.span)},title=syntax::${data(p.message)}\n`),
        ...analysis.findings.map((f) => {
          const title = property(`${f.rule} (${f.severity})`);
          return `::${COMMANDS[f.severity]} ${place(f.at.span)},title=${title}::${data(f.message)}\n`;
        }),
      ];
    })
    .join('');

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
