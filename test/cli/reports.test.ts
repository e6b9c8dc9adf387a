import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { escapeHtml, firstParagraph, inlineHtml } from '../../server/src/report/html-text.ts';
import { ROOT } from '../support/pages.ts';
import { CLEAN, folderWith, found, only, PRIVILEGED, seaworthy } from './support/cli.ts';

const WORKSPACE = join(ROOT, 'test/golden/workspace');

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

async function gitlab(cwd: string): Promise<Issue[]> {
  return JSON.parse((await seaworthy(['scan', '--format', 'gitlab'], { cwd })).out);
}

describe('GitLab Code Quality', () => {
  it('has an issue for each finding and each syntax problem, with what GitLab asks for', async () => {
    const issues = await gitlab(WORKSPACE);
    const { files } = JSON.parse((await seaworthy(['scan', '--format', 'json'], { cwd: WORKSPACE })).out);
    const wanted = files.reduce((n: number, f: { findings: []; problems: [] }) => n + f.findings.length + f.problems.length, 0);
    expect(issues).toHaveLength(wanted);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    for (const issue of issues) {
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(issue.severity);
      expect(issue.location.path).toMatch(/^[^/].*$/);
      expect(issue.location.lines.begin).toBeGreaterThan(0);
      expect(issue.description).not.toBe('');
    }
  });

  it('tells equal findings of two files apart, and knows a finding again when its line has moved', async () => {
    const files = { '.seaworthy.yaml': only('critical'), 'a/compose.yaml': PRIVILEGED, 'b/compose.yaml': PRIVILEGED };
    const [a, b] = await gitlab(folderWith(files));
    expect(a?.fingerprint).not.toBe(b?.fingerprint);
    const [moved] = await gitlab(folderWith({ ...files, 'a/compose.yaml': `# moved\n\n${PRIVILEGED}` }));
    expect(moved?.fingerprint).toBe(a?.fingerprint);
    expect(moved?.location.lines.begin).toBe((a?.location.lines.begin ?? 0) + 2);
    expect(a).toMatchObject({ check_name: 'compose/privileged-container', severity: 'blocker' });
  });

  it('is an empty list when nothing is found', async () => {
    expect(await gitlab(folderWith({ 'compose.yaml': CLEAN }))).toEqual([]);
  });
});

describe('the compact report', () => {
  it('is one line per finding that compilers’ readers understand', async () => {
    const { out } = await seaworthy(['scan', '--format', 'compact'], { cwd: WORKSPACE });
    const lines = out.trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^[^:]+:\d+:\d+: (?:error|warning|info): .+ \[[a-z0-9/, -]+\]$/);
    const json = found((await seaworthy(['scan', '--format', 'json'], { cwd: WORKSPACE })).out);
    const told = lines.filter((line) => !line.endsWith(' [syntax]'));
    expect(told).toHaveLength(json.length);
  });
});

describe('the HTML report', () => {
  const html = async (cwd: string) => (await seaworthy(['scan', '--format', 'html', '--fail-on', 'never'], { cwd })).out;

  it('needs nothing from elsewhere and runs nothing', async () => {
    const page = await html(WORKSPACE);
    expect(page).not.toMatch(/<(?:script|link|iframe|img|object|embed|base|form)\b|\ssrc=|url\(|@import|\son\w+=|javascript:/i);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('prefers-color-scheme: dark');
  });

  it('has a row for every finding, unfolding to why and fix, and the sums of the JSON report', async () => {
    const page = await html(WORKSPACE);
    const report = JSON.parse((await seaworthy(['scan', '--format', 'json'], { cwd: WORKSPACE })).out);
    expect(page.match(/<details>/g)).toHaveLength(report.summary.findings);
    expect(page.match(/<strong>Why it matters:<\/strong>/g)).toHaveLength(report.summary.findings);
    const chart = /aria-label="By severity: ([^"]+)"/.exec(page)?.[1];
    expect(chart).toBe(['critical', 'high', 'medium', 'low', 'info'].map((s) => `${s} ${report.summary[s]}`).join(', '));
    expect(page).toMatch(/aria-label="By attack vector: [^"]*Privilege escalation \d+/);
    for (const { path, findings } of report.files) if (findings.length > 0) expect(page).toContain(`<h3>${path}</h3>`);
  });

  it('is well-formed: every element that is opened is closed in order', async () => {
    const page = await html(WORKSPACE);
    const open: string[] = [];
    for (const [, close, name = '', rest = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^>"])*)>/g)) {
      if (close) expect(open.pop(), `</${name}>`).toBe(name);
      else if (name !== 'meta' && !rest.endsWith('/')) open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('shows what files say as text, never as markup', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const page = await html(
      folderWith({
        'a<b>&"c"/compose.yaml': `services:\n  "<script>alert(2)</script>":\n    image: 'nginx:latest${evil}'\n    privileged: true\n`,
      }),
    );
    expect(page).not.toMatch(/<script|<img|<b>/);
    expect(page).toContain('a&lt;b&gt;&amp;&quot;c&quot;/compose.yaml');
    expect(page).toContain('&lt;script&gt;alert(2)&lt;/script&gt;');
  });

  it('holds 5,000 findings', async () => {
    const service = (n: number) => `  s${n}:\n    image: registry.example.com/web:1.27\n    privileged: true\n`;
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, n) => [
        `${n}/compose.yaml`,
        `services:\n${Array.from({ length: 100 }, (_unused, m) => service(m)).join('')}`,
      ]),
    );
    const page = await html(folderWith({ ...files, '.seaworthy.yaml': only('critical') }));
    expect(page.match(/<details>/g)).toHaveLength(5_000);
    expect(page.length).toBeLessThan(12_000_000);
  });

  it('says that nothing was found, without charts', async () => {
    const page = await html(folderWith({ 'compose.yaml': CLEAN }));
    expect(page).toContain('<strong>no findings</strong>');
    expect(page).not.toContain('<svg');
  });
});

describe('text of the HTML report', () => {
  it('knows the inline Markdown of pages, inside escaped text', () => {
    expect(inlineHtml('a `x < y` **b** *c* & [d](https://e.example/?f=1&g)')).toBe(
      'a <code>x &lt; y</code> <strong>b</strong> <em>c</em> &amp; <a href="https://e.example/?f=1&amp;g" rel="noreferrer">d</a>',
    );
    expect(inlineHtml('[no](javascript:alert(1))')).not.toContain('href');
    expect(inlineHtml('[a page](../other.md)')).toBe('a page');
  });

  it('writes characters that HTML has not as replacement characters', () => {
    expect(escapeHtml('\u0000\u001b[1m\ud800x')).toBe('\ufffd\ufffd[1m\ufffdx');
    expect(escapeHtml("😀\t'")).toBe('😀\t&#39;');
  });

  it('takes the first paragraph as one line', () => {
    expect(firstParagraph('one\ntwo\n\nthree')).toBe('one two');
    expect(firstParagraph('')).toBe('');
  });
});

describe('the help', () => {
  it('names every format', async () => {
    const { out } = await seaworthy(['--help']);
    const { err } = await seaworthy(['scan', '--format', 'nothing']);
    const formats = /one of (.+)\./.exec(err)?.[1]?.split(', ') ?? [];
    expect(formats.length).toBeGreaterThan(8);
    for (const format of formats) expect(out).toMatch(new RegExp(`\\b${format}\\b`));
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain('gitlab');
  });
});
