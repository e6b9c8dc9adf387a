import { hash } from '../analysis/fingerprint.ts';
import type { Severity } from '../core/severity.ts';
import type { Reporter } from './result.ts';
import { regionOf } from './result.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
};

/**
 * A Code Quality report for GitLab's merge requests (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
 * Its fingerprints have to be unique in a report and stay the same when lines move, so ours are told apart by the file.
 */
export const gitlabReport: Reporter = (result) => {
  const issues = result.files.flatMap(({ path, analysis }) => [
    ...analysis.problems.map(({ message, span }, n) => ({
      description: message,
      check_name: 'syntax',
      fingerprint: hash(`${path}\0syntax\0${message}\0${n}`),
      severity: 'major',
      location: { path, lines: { begin: regionOf(analysis, span).startLine } },
    })),
    ...analysis.findings.map((finding) => {
      const { startLine, endLine } = regionOf(analysis, finding.at.span);
      return {
        description: finding.message,
        check_name: finding.rule,
        fingerprint: hash(`${path}\0${finding.fingerprint}`),
        severity: SEVERITIES[finding.severity],
        location: { path, lines: { begin: startLine, end: endLine } },
      };
    }),
  ]);
  return `${JSON.stringify(issues, null, 1)}\n`;
};
