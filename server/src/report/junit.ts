import type { ReportedFile, Reporter } from './result.ts';
import { allFindings, regionOf } from './result.ts';

/** JUnit XML as CI servers read it: a suite per file, a failed case per finding, one passed case for a clean file. */
export const junitReport: Reporter = (result) => {
  const failures = allFindings(result).length;
  const tests = result.files.reduce((n, f) => n + Math.max(1, f.analysis.findings.length), 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="seaworthy" tests="${tests}" failures="${failures}">
${result.files.map(suite).join('')}</testsuites>
`;
};

function suite({ path, analysis }: ReportedFile): string {
  const { findings } = analysis;
  const cases = findings.map((finding) => {
    const at = regionOf(analysis, finding.at.span);
    const place = `${path}:${at.startLine}:${at.startColumn}`;
    return `    <testcase classname="${escape(path)}" name="${escape(`${finding.rule} at ${at.startLine}:${at.startColumn}`)}">
      <failure type="${finding.severity}" message="${escape(finding.message)}">${escape(`${place} ${finding.severity} ${finding.message}`)}</failure>
    </testcase>
`;
  });
  const clean = findings.length === 0 ? `    <testcase classname="${escape(path)}" name="no findings"/>\n` : '';
  const problems = analysis.problems.map((p) => {
    const at = regionOf(analysis, p.span);
    return escape(`${path}:${at.startLine}:${at.startColumn} syntax ${p.message}\n`);
  });
  const output = problems.length > 0 ? `    <system-err>${problems.join('')}</system-err>\n` : '';
  return `  <testsuite name="${escape(path)}" tests="${Math.max(1, findings.length)}" failures="${findings.length}">
${cases.join('')}${clean}${output}  </testsuite>
`;
}

/** Characters that XML 1.0 (§2.2) does not have, whatever stands in a file: controls, non-characters, lone surrogates. */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

function escape(text: string): string {
  const clean = [...text].map((c) => (isXmlCharacter(c.codePointAt(0) ?? 0) ? c : '\ufffd')).join('');
  return clean.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
