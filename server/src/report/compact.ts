import type { Severity } from '../core/severity.ts';
import type { Reporter } from './result.ts';
import { regionOf } from './result.ts';

const LEVELS: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'info',
  info: 'info',
};

/**
 * A line per finding, as compilers print them, for everything that reads compilers: problem matchers, `errorformat`,
 * `compilation-mode`. `path:line:column: error: message [rule, severity]`
 */
export const compactReport: Reporter = (result) =>
  result.files
    .flatMap(({ path, analysis }) => [
      ...analysis.problems.map(({ message, span }) => {
        const { startLine, startColumn } = regionOf(analysis, span);
        return `${path}:${startLine}:${startColumn}: warning: ${oneLine(message)} [syntax]\n`;
      }),
      ...analysis.findings.map(({ at, message, rule, severity }) => {
        const { startLine, startColumn } = regionOf(analysis, at.span);
        return `${path}:${startLine}:${startColumn}: ${LEVELS[severity]}: ${oneLine(message)} [${rule}, ${severity}]\n`;
      }),
    ])
    .join('');

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ');
}
