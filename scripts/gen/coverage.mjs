// docs/coverage.md: which check of which tool is served by which rule, and why some are not.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * The coverage page, from the rules' equivalents, docs/compose-checklist.yaml and the reasons in docs/not-covered.yaml. `complain` is told
 * of names in these files that no rule has.
 */
export function coveragePage(rules, root, complain) {
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

${parts.join('\n')}${checklist(rules, root, complain)}${whereWrong(root, complain)}${notCovered(root)}`;
}

function checklist(rules, root, complain) {
  const file = join(root, 'docs/compose-checklist.yaml');
  if (!existsSync(file)) return '';
  const ids = rules.map((rule) => rule.id);
  const served = (name) => {
    const pattern = new RegExp(`^${name.replaceAll('*', '[a-z0-9-]*')}$`);
    if (!ids.some((id) => pattern.test(id))) complain(`docs/compose-checklist.yaml: no rule is called ${name}`);
    return name.includes('*') ? `all of \`${name}\`` : `[${name}](rules/${name}.md)`;
  };
  const rows = (parse(readFileSync(file, 'utf8')) ?? []).map(({ point, rules: names = [], reason = '' }) => {
    if (names.length === 0 && reason === '') complain(`docs/compose-checklist.yaml: neither rule nor reason for "${point}"`);
    return `| ${point} | ${names.map(served).join(', ')} | ${reason} |`;
  });
  return `\n## The Compose checklist\n\n| advice | served by | remark |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

const FAMILY_NAMES = { dockerfile: 'Dockerfiles', compose: 'Compose files', kubernetes: 'Kubernetes manifests' };

/** The points of docs/where-tools-are-wrong.yaml with their cases; a case that is not there is an error. */
function whereWrong(root, complain) {
  const file = join(root, 'docs/where-tools-are-wrong.yaml');
  if (!existsSync(file)) return '';
  const points = parse(readFileSync(file, 'utf8')) ?? [];
  const row = ({ point, wrong, cases }) => {
    const missing = cases.find((path) => !existsSync(join(root, path)));
    if (missing) complain(`docs/where-tools-are-wrong.yaml: there is no ${missing}`);
    const links = cases.map((path) => `[${path.split('/').at(-2)}](../${path})`);
    return `| ${point} | ${wrong} | ${links.join(', ')} |`;
  };
  return Object.entries(FAMILY_NAMES)
    .map(([family, name]) => [name, points.filter((entry) => (entry.family ?? 'dockerfile') === family)])
    .filter(([, entries]) => entries.length > 0)
    .map(
      ([name, entries]) =>
        `\n## Where tools for ${name} are wrong\n\n| point | what goes wrong elsewhere | our cases |\n| --- | --- | --- |\n${entries.map(row).join('\n')}\n`,
    )
    .join('');
}

function notCovered(root) {
  const file = join(root, 'docs/not-covered.yaml');
  if (!existsSync(file)) return '';
  const entries = parse(readFileSync(file, 'utf8')) ?? [];
  const rows = entries.map((e) => `| ${e.check} | ${e.reason} |`);
  return `\n## Left out, and why\n\n| check | reason |\n| --- | --- |\n${rows.join('\n')}\n`;
}
