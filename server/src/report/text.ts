import type { Severity } from '../core/severity.ts';
import type { ReportedFile, Reporter } from './result.ts';
import { allFindings, countsInWords, madeFixes, regionOf } from './result.ts';

const COLOURS: Readonly<Record<Severity, string>> = { critical: '1;31', high: '31', medium: '33', low: '36', info: '90' };

/** For people at a terminal: a block per file, a line per finding with its place, and what can be fixed. */
export const textReport: Reporter = (result) => render(result, (text) => text);

/** The same with ANSI colours. */
export const colouredTextReport: Reporter = (result) => render(result, (text, code) => `\u001b[${code}m${text}\u001b[0m`);

type Paint = (text: string, code: string) => string;

function render(result: Parameters<Reporter>[0], paint: Paint): string {
  const findings = allFindings(result);
  const suppressed = result.files.reduce((n, f) => n + f.analysis.suppressed.length, 0);
  const blocks = result.files.map((file) => block(file, paint)).filter((text) => text !== '');
  const skipped = result.skipped.map(({ path, reason }) => `skipped ${path}: ${reason}\n`).join('');
  const fixable = findings.filter((f) => madeFixes(f).length > 0).length;
  const judged = `${result.files.length} ${result.files.length === 1 ? 'file' : 'files'}`;
  const extras = [...(fixable > 0 ? [`${fixable} fixable`] : []), ...(suppressed > 0 ? [`${suppressed} suppressed`] : [])];
  return `${blocks.join('\n')}${blocks.length > 0 ? '\n' : ''}${skipped}${judged}: ${countsInWords(findings)}${extras.length > 0 ? ` (${extras.join(', ')})` : ''}\n`;
}

function block({ path, analysis }: ReportedFile, paint: Paint): string {
  const problems = analysis.problems.map((p) => ({
    at: regionOf(analysis, p.span),
    text: `${paint('syntax', '35')}  ${p.message}`,
  }));
  const findings = analysis.findings.map((f) => {
    const [fix] = madeFixes(f);
    const hint = fix ? paint(`\n            fix: ${fix.title}${fix.safety === 'safe' ? '' : ` (${fix.safety})`}`, '90') : '';
    return {
      at: regionOf(analysis, f.at.span),
      text: `${paint(f.severity.padEnd(8), COLOURS[f.severity])}  ${f.message}  ${paint(f.rule, '90')}${hint}`,
    };
  });
  const lines = [...problems, ...findings].map(({ at, text }) => `${`${at.startLine}:${at.startColumn}`.padStart(8)}  ${text}\n`);
  return lines.length > 0 ? `${paint(path, '4')}\n${lines.join('')}` : '';
}
