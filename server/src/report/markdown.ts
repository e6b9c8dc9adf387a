import type { ReportedFile, Reporter } from './result.ts';
import { allFindings, countsInWords, madeFixes, regionOf } from './result.ts';

/** A summary and a table per file, for pull requests and wikis. */
export const markdownReport: Reporter = (result) => {
  const skipped = result.skipped.map(({ path, reason }) => `- \`${path}\`: ${cell(reason)}\n`).join('');
  const files = result.files.filter((f) => f.analysis.findings.length + f.analysis.problems.length > 0).map(table);
  return `# Seaworthy

${result.files.length} files: ${countsInWords(allFindings(result))}.
${files.join('')}${skipped ? `\n## Skipped\n\n${skipped}` : ''}`;
};

function table({ path, analysis }: ReportedFile): string {
  const problems = analysis.problems.map(
    (p) => `| ${regionOf(analysis, p.span).startLine} | syntax | ${cell(p.message)} |  |  |\n`,
  );
  const rows = analysis.findings.map((finding) => {
    const { startLine } = regionOf(analysis, finding.at.span);
    const [fix] = madeFixes(finding);
    return `| ${startLine} | ${finding.severity} | ${cell(finding.message)} | ${fix ? cell(fix.title) : ''} | ${finding.rule} |\n`;
  });
  return `\n## ${cell(path)}\n\n| line | severity | finding | fix | rule |\n| --: | --- | --- | --- | --- |\n${problems.join('')}${rows.join('')}`;
}

function cell(text: string): string {
  return text.replace(/[|\\<>]/g, '\\$&').replace(/\r?\n/g, ' ');
}
