import type { Finding } from '../core/finding.ts';
import type { ReportedFile, Reporter } from './result.ts';
import { allFindings, countBySeverity, madeFixes, regionOf } from './result.ts';

/** For programs: every finding with its place (lines and columns from 1), resource, fingerprint and fixes. */
export const jsonReport: Reporter = (result) => {
  const findings = allFindings(result);
  const data = {
    tool: { name: 'seaworthy', version: result.version },
    summary: { files: result.files.length, findings: findings.length, ...countBySeverity(findings) },
    files: result.files.map(fileData),
    skipped: result.skipped,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
};

function fileData(file: ReportedFile) {
  const { analysis, path } = file;
  return {
    path,
    kind: analysis.kind,
    findings: analysis.findings.map((finding) => findingData(file, finding)),
    suppressed: analysis.suppressed.map(({ finding, by }) => ({
      ...findingData(file, finding),
      suppressedBy: { source: by.source, line: regionOf(analysis, by.span).startLine, ...(by.reason && { reason: by.reason }) },
    })),
    problems: analysis.problems.map((p) => ({ message: p.message, ...regionOf(analysis, p.span) })),
  };
}

function findingData({ analysis }: ReportedFile, finding: Finding) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    confidence: finding.confidence,
    message: finding.message,
    resource: { kind: finding.resource.kind, name: finding.resource.name },
    absence: finding.absence,
    fingerprint: finding.fingerprint,
    ...regionOf(analysis, finding.at.span),
    fixes: madeFixes(finding).map(({ title, safety, caution }) => ({ title, safety, ...(caution && { caution }) })),
  };
}
