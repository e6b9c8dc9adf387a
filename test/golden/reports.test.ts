import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { seaworthy } from '../cli/support/cli.ts';

const WORKSPACE = join(import.meta.dirname, 'workspace');
const FORMATS = ['text', 'compact', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown'];

/** The parts of a SARIF report that change with every rule that is added: kept for the rules that are found. */
function withoutOtherRules(report: string): string {
  const log = JSON.parse(report);
  const [run] = log.runs;
  const found = new Set(run.results.map((r: { ruleId: string }) => r.ruleId));
  run.tool.driver.rules = run.tool.driver.rules.filter((r: { id: string }) => found.has(r.id));
  for (const rule of run.tool.driver.rules) {
    rule.fullDescription.text = '…';
    rule.help = { text: '…', markdown: '…' };
    delete rule.relationships;
  }
  for (const result of run.results) delete result.ruleIndex;
  run.taxonomies = '…';
  return `${JSON.stringify(log, null, 1)}\n`;
}

describe('the report of a small workspace', () => {
  it.each(FORMATS)('as %s', async (format) => {
    const { code, out } = await seaworthy(['scan', '--format', format], { cwd: WORKSPACE });
    expect(code).toBe(1);
    const report = (format === 'sarif' ? withoutOtherRules(out) : out).replaceAll(`"${manifest.version}"`, '"VERSION"');
    await expect(report).toMatchFileSnapshot(`reports/${format}.txt`);
  });
});
