// The pages of docs/rules/: the rule's own page with a head and a tail that follow from its data.

/** The parts of a page by their `## ` headings; fences are not headings. */
export function sections(page) {
  const parts = {};
  let title = '';
  let fence = false;
  for (const line of page.split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) fence = !fence;
    if (!fence && line.startsWith('## ')) {
      title = line.slice(3).trim();
      parts[title] = '';
    } else if (title) parts[title] += `${line}\n`;
  }
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, text.trim()]));
}

const FIX = { always: 'always', sometimes: 'where it can be made safely', none: 'none' };

/** Fences' directions (`bad`, `fixed`, `file=…`) are for the tests: on the page they are a word above the fence. */
function readable(page) {
  return page.replace(/^```(\w+) (bad|good|fixed)([^\n]*)\n/gm, (_, language, kind, rest) => {
    const title = /title="([^"]+)"/.exec(rest)?.[1];
    const label = { bad: 'Reported:', good: 'Fine:', fixed: title ? `After the fix "${title} …":` : 'After the fix:' }[kind];
    return `${label}\n\n\`\`\`${language}\n`;
  });
}

/** One rule's page: the written part in the frame that follows from its data (server/src/analysis/page-frame.ts). */
export function rulePage({ head, tail }, page) {
  return `${head}${readable(page).trim()}\n${tail}`;
}

/** The list of all rules. */
export function indexPage(rules) {
  const families = [...new Set(rules.map((r) => r.id.split('/')[0]))];
  const table = (family) =>
    rules
      .filter((r) => r.id.startsWith(`${family}/`))
      .map((r) => `| [${r.id.split('/')[1]}](${r.id}.md) | ${r.title} | ${r.severity} | ${r.profile} | ${FIX[r.fix]} |`)
      .join('\n');
  return `# Rules

${rules.length} rules. Profiles: \`recommended\` (the default) ⊂ \`strict\` ⊂ \`all\`.
${families.map((f) => `\n## ${f}\n\n| rule | title | severity | profile | fix |\n| --- | --- | --- | --- | --- |\n${table(f)}\n`).join('')}`;
}
