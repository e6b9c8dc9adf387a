import type { OptionSpecs } from '../core/options.ts';
import type { AnyRule } from '../core/rule.ts';

/** What stands around the written part of a rule's page: it follows from the rule's data. Markdown. */
export interface PageFrame {
  readonly head: string;
  readonly tail: string;
}

const FIX: Readonly<Record<AnyRule['fix'], string>> = {
  always: 'always',
  sometimes: 'where it can be made safely',
  none: 'none',
};

/** The frame of a rule's page: `head`, the written part with one line break behind it, `tail`. */
export function pageFrame(rule: AnyRule): PageFrame {
  const facts = `\`${rule.id}\` · ${rule.severity} · ${rule.category} · profile ${rule.profile} · fix: ${FIX[rule.fix]}`;
  return {
    head: `# ${rule.title}\n\n${facts}\n\n`,
    tail: options(rule) + references(rule) + equivalents(rule),
  };
}

function options(rule: AnyRule): string {
  const list = Object.entries((rule.options ?? {}) as OptionSpecs);
  if (list.length === 0) return '';
  const rows = list.map(([name, o]) => `| \`${name}\` | ${o.type} | \`${JSON.stringify(o.fallback)}\` | ${o.description} |`);
  return `\n## Options\n\n| option | type | default | meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function references({ references: list }: AnyRule): string {
  if (list.length === 0) return '';
  const items = list.map(({ title, url }) => (url === undefined ? `- ${title}` : `- [${title}](${url})`));
  return `\n## References\n\n${items.join('\n')}\n`;
}

function equivalents(rule: AnyRule): string {
  const rows = Object.entries(rule.equivalents).flatMap(([tool, list = []]) =>
    list.map((e) => `| ${tool} | ${[e.id, ...(e.aliases ?? [])].join(', ')} | ${e.relation} | ${e.note ?? ''} |`),
  );
  if (rows.length === 0) return '';
  return `\n## The same check elsewhere\n\n| tool | check | relation | note |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}
