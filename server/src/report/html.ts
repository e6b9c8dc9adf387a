import { VECTOR_NAMES, VECTORS, type Vector, vectorOf } from '../core/attack-vector.ts';
import type { Finding, FixSafety } from '../core/finding.ts';
import { isRefusal } from '../core/finding.ts';
import type { AnyRule } from '../core/rule.ts';
import { SEVERITIES, severityRank } from '../core/severity.ts';
import { barChart } from './html-charts.ts';
import { HTML_STYLE } from './html-style.ts';
import { escapeHtml, firstParagraph, inlineHtml, linkHtml } from './html-text.ts';
import type { ReportedFile, Reporter, ScanResult } from './result.ts';
import { allFindings, countBySeverity, countsInWords, regionOf } from './result.ts';

const SAFETY: Readonly<Record<FixSafety, string>> = {
  safe: 'The program behaves as before.',
  hardening: 'It may change how the program behaves.',
  placeholder: 'It has to be completed.',
};
/** Nothing may be loaded or run, whatever the judged files bring in. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * One HTML page that needs nothing else: no script, no font, no image from anywhere. A summary with charts, and a table per file
 * whose rows unfold to why it matters and what fixes it.
 */
export const htmlReport: Reporter = (result) => {
  const findings = allFindings(result);
  const rules = new Map(result.rules.map((rule) => [rule.id, rule]));
  const told = result.files.filter(({ analysis }) => analysis.findings.length + analysis.problems.length > 0);
  const clean = result.files.length - told.length;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>Seaworthy: ${escapeHtml(countsInWords(findings))}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<h1>Container security</h1>
<p>${files(result.files.length)}: <strong>${escapeHtml(countsInWords(findings))}</strong>.${clean > 0 ? ` Nothing was found in ${files(clean)}.` : ''}
<span class="quiet">Seaworthy ${escapeHtml(result.version)}</span></p>
</header>
<main>
${findings.length > 0 ? `${charts(findings, rules)}\n${overview(told)}` : ''}
${told.map((file, n) => fileSection(file, n, rules, result.pageOf)).join('\n')}
${skippedSection(result)}
</main>
</body>
</html>
`;
};

function files(count: number): string {
  return `${count} ${count === 1 ? 'file' : 'files'}`;
}

function charts(findings: readonly Finding[], rules: ReadonlyMap<string, AnyRule>): string {
  const bySeverity = countBySeverity(findings);
  const byVector = new Map<Vector, number>();
  for (const { rule: id } of findings) {
    const rule = rules.get(id);
    const vector = rule ? vectorOf(rule) : 'other';
    byVector.set(vector, (byVector.get(vector) ?? 0) + 1);
  }
  const vectors = VECTORS.flatMap((vector) => {
    const count = byVector.get(vector);
    return count === undefined ? [] : { label: VECTOR_NAMES[vector], count, className: 'vector' };
  });
  return `<section class="charts" aria-label="Summary">
${barChart(
  'By severity',
  SEVERITIES.map((severity) => ({ label: severity, count: bySeverity[severity], className: severity })),
)}
${barChart('By attack vector', vectors)}
</section>`;
}

function overview(told: readonly ReportedFile[]): string {
  const rows = told.map(({ path, analysis }, n) => {
    const counts = countBySeverity(analysis.findings);
    const cells = SEVERITIES.map((severity) => `<td class="number">${counts[severity] || ''}</td>`);
    return `<tr><td><a href="#file-${n}">${escapeHtml(path)}</a></td>${cells.join('')}</tr>`;
  });
  const heads = SEVERITIES.map((severity) => `<th scope="col" class="number">${severity}</th>`);
  return `<h2>Files</h2>
<table><thead><tr><th scope="col">file</th>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
<h2>Findings</h2>`;
}

function fileSection(
  { path, analysis }: ReportedFile,
  n: number,
  rules: ReadonlyMap<string, AnyRule>,
  pageOf: ScanResult['pageOf'],
): string {
  const problems = analysis.problems.map(({ message, span }) =>
    row(regionOf(analysis, span).startLine, 'syntax', 'info', inlineHtml(message)),
  );
  const findings = [...analysis.findings].sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
  const rows = findings.map((finding) => {
    const { startLine } = regionOf(analysis, finding.at.span);
    return row(
      startLine,
      finding.severity,
      finding.severity,
      findingCell(finding, rules.get(finding.rule), pageOf(finding.rule)),
    );
  });
  return `<section id="file-${n}">
<h3>${escapeHtml(path)}</h3>
<table class="findings"><thead><tr><th scope="col">line</th><th scope="col">severity</th><th scope="col">finding</th></tr></thead>
<tbody>
${[...problems, ...rows].join('\n')}
</tbody></table>
</section>`;
}

function row(line: number, label: string, className: string, cell: string): string {
  return `<tr><td class="number">${line}</td><td><span class="severity ${className}">${label}</span></td><td>${cell}</td></tr>`;
}

function findingCell(finding: Finding, rule: AnyRule | undefined, page: ReturnType<ScanResult['pageOf']>): string {
  const references = (rule?.references ?? []).map(({ title, url }) =>
    url === undefined ? escapeHtml(title) : linkHtml(url, title),
  );
  const parts = [
    page ? `<p><strong>Why it matters:</strong> ${inlineHtml(firstParagraph(page.why))}</p>` : '',
    fixesOf(finding),
    page ? `<p><strong>The fix:</strong> ${inlineHtml(firstParagraph(page.fix))}</p>` : '',
    references.length > 0 ? `<p class="quiet">${references.join(' · ')}</p>` : '',
  ];
  return `<details><summary>${inlineHtml(finding.message)} <span class="rule">${escapeHtml(finding.rule)}</span></summary>
<p class="quiet">In ${escapeHtml(finding.resource.name)}.</p>${parts.join('')}</details>`;
}

/** What can be done here, and where it can't be done by itself, why. */
function fixesOf(finding: Finding): string {
  const offers = finding.fixes().map((offer) => {
    if (isRefusal(offer))
      return `<li>${inlineHtml(offer.title)}: not automatically, ${inlineHtml(lowerFirst(offer.refused))}</li>`;
    return `<li>${inlineHtml(offer.title)}. <span class="quiet">${inlineHtml(offer.caution ?? SAFETY[offer.safety])}</span></li>`;
  });
  return offers.length > 0 ? `<ul>${offers.join('')}</ul>` : '';
}

/** The first letter of a sentence, lowered where it is a word of running text. */
function lowerFirst(text: string): string {
  return /^(?:The|A|An|It|This|There|Its) /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function skippedSection({ skipped }: ScanResult): string {
  if (skipped.length === 0) return '';
  const items = skipped.map(({ path, reason }) => `<li><code>${escapeHtml(path)}</code>: ${escapeHtml(reason)}</li>`);
  return `<h2>Skipped</h2>\n<ul>${items.join('')}</ul>`;
}
