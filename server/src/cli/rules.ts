import { allRules } from '../analysis/index.ts';
import type { AnyRule } from '../core/rule.ts';
import { EXIT } from './exit.ts';
import { oneOf, readArgs, text } from './options.ts';

/** `seaworthy rules`: every rule there is. */
export async function rulesCommand(args: readonly string[]): Promise<number> {
  const { values } = readArgs(args, { format: { type: 'string' } });
  const format = oneOf('format', text(values.format), ['text', 'json', 'markdown']) ?? 'text';
  process.stdout.write(FORMATS[format](allRules));
  return EXIT.fine;
}

const FORMATS: Readonly<Record<'text' | 'json' | 'markdown', (rules: readonly AnyRule[]) => string>> = {
  json: (rules) => `${JSON.stringify(rules.map(data), null, 2)}\n`,
  markdown: (rules) =>
    `| rule | title | severity | profile | fix |\n| --- | --- | --- | --- | --- |\n${rules
      .map((r) => `| ${r.id} | ${r.title} | ${r.severity} | ${r.profile} | ${r.fix} |\n`)
      .join('')}`,
  text: (rules) => {
    const width = Math.max(...rules.map((r) => r.id.length));
    return rules.map((r) => `${r.id.padEnd(width)}  ${r.severity.padEnd(8)}  ${r.profile.padEnd(11)}  ${r.title}\n`).join('');
  },
};

function data(rule: AnyRule) {
  const { id, title, severity, confidence, category, profile, fix, equivalents, references } = rule;
  const family = id.slice(0, id.indexOf('/'));
  return {
    id,
    title,
    family,
    severity,
    confidence,
    category,
    profile,
    fix,
    equivalents,
    references,
    docs: `docs/rules/${id}.md`,
  };
}
