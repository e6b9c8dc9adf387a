// docs/coverage.md: which check of which tool is served by which rule, and why some are not.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The coverage page, from the rules' equivalents and the reasons in docs/not-covered.yaml. */
export function coveragePage(rules, root) {
  const byTool = new Map();
  for (const rule of rules)
    for (const [tool, list] of Object.entries(rule.equivalents))
      for (const e of list) {
        if (!byTool.has(tool)) byTool.set(tool, new Map());
        const checks = byTool.get(tool);
        checks.set(e.id, [...(checks.get(e.id) ?? []), { rule: rule.id, ...e }]);
      }
  const tools = [...byTool].sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = tools.map(([tool, checks]) => {
    const rows = [...checks]
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .map(
        ([id, list]) =>
          `| ${id} | ${list.map((e) => `[${e.rule}](rules/${e.rule}.md) (${e.relation}${e.note ? `: ${e.note}` : ''})`).join('; ')} |`,
      );
    return `## ${tool}\n\n| check | served by |\n| --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Coverage

What other tools check, and which rule serves it. *equal*: fires and stays silent alike; *wider*: ours flags more; *narrower*: ours
flags less; *related*: about the same thing, but not the same check.

${parts.join('\n')}${notCovered(root)}`;
}

function notCovered(root) {
  const file = join(root, 'docs/not-covered.yaml');
  if (!existsSync(file)) return '';
  const entries = parse(readFileSync(file, 'utf8')) ?? [];
  const rows = entries.map((e) => `| ${e.check} | ${e.reason} |`);
  return `\n## Left out, and why\n\n| check | reason |\n| --- | --- |\n${rows.join('\n')}\n`;
}
