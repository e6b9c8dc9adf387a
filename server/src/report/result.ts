import type { RulePage } from '../analysis/pages.ts';
import type { FileAnalysis } from '../analysis/types.ts';
import type { Finding, Fix } from '../core/finding.ts';
import { isRefusal } from '../core/finding.ts';
import { LineIndex } from '../core/line-index.ts';
import type { AnyRule } from '../core/rule.ts';
import type { Severity } from '../core/severity.ts';
import { SEVERITIES } from '../core/severity.ts';
import type { Span } from '../core/span.ts';

/** One judged file as a report names it. */
export interface ReportedFile {
  readonly uri: string;
  /** Relative to where the scan was started, with `/`. */
  readonly path: string;
  readonly analysis: FileAnalysis;
}

/** Everything that a report is made of. */
export interface ScanResult {
  readonly version: string;
  /** By path. */
  readonly files: readonly ReportedFile[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** The rules that ran or could have run. */
  readonly rules: readonly AnyRule[];
  /** What the pages say in short. A door of its own: the texts are large, and an editor has them elsewhere. */
  readonly pageOf: (rule: string) => RulePage | undefined;
}

/** A report: pure, one string. */
export type Reporter = (result: ScanResult) => string;

/** A place as people count: lines and columns from 1, columns in UTF-16 units, the end column exclusive. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const indexes = new WeakMap<FileAnalysis, LineIndex>();

/** The region of a span in a file. */
export function regionOf(analysis: FileAnalysis, span: Span): Region {
  const lines = indexes.get(analysis) ?? new LineIndex(analysis.file.text);
  indexes.set(analysis, lines);
  return regionIn(lines, span);
}

/** The region of a span in a text. */
export function regionIn(lines: LineIndex, span: Span): Region {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** How many findings of each severity. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = Object.fromEntries(SEVERITIES.map((s) => [s, 0])) as Record<Severity, number>;
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

/** "2 high, 5 medium", worst first; "no findings" for none. */
export function countsInWords(findings: readonly Finding[]): string {
  const counts = countBySeverity(findings);
  const parts = SEVERITIES.filter((s) => counts[s] > 0).map((s) => `${counts[s]} ${s}`);
  return parts.length > 0 ? parts.join(', ') : 'no findings';
}

/** All findings of a result. */
export function allFindings(result: ScanResult): Finding[] {
  return result.files.flatMap((file) => file.analysis.findings);
}

/** The fixes of a finding that can be made. */
export function madeFixes(finding: Finding): Fix[] {
  return finding.fixes().filter((offer): offer is Fix => !isRefusal(offer));
}
