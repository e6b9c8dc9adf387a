// npm run new:rule -- <family> <name>: writes a rule and its page as a skeleton whose tests fail until it is filled in.
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const FAMILIES = {
  dockerfile: {
    helper: 'dockerfileRule',
    visit: "stage(context, stage) {\n      context.report({ at: stage.from.at, message: 'found' });\n    }",
    fence: 'dockerfile',
  },
  compose: {
    helper: 'composeRule',
    visit:
      "service(context, service) {\n      context.report({ at: service.nameAt, message: 'found', data: { service: service.name } });\n    }",
    fence: 'yaml',
  },
  kubernetes: {
    helper: 'kubernetesRule',
    visit: "container(context, container) {\n      context.report({ at: container.nameAt, message: 'found' });\n    }",
    fence: 'yaml',
  },
};
const [family, name] = process.argv.slice(2);
if (!FAMILIES[family] || !/^[a-z][a-z0-9-]+$/.test(name ?? '')) {
  console.error(`usage: npm run new:rule -- <${Object.keys(FAMILIES).join('|')}> <kebab-case-name>`);
  process.exit(2);
}
const base = join(root, 'server/src', family, 'rules', name);
if (existsSync(`${base}.ts`)) {
  console.error(`${base}.ts is there already`);
  process.exit(2);
}
const { helper, visit, fence } = FAMILIES[family];
writeFileSync(
  `${base}.ts`,
  `import { ${helper} } from '../rule.ts';

export default ${helper}({
  id: '${family}/${name}',
  title: 'FIXME',
  severity: 'medium',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [],
  messages: { found: 'FIXME: one plain sentence, the value in \`backticks\`.' },
  visit: {
    ${visit},
  },
});
`,
);
writeFileSync(
  `${base}.md`,
  `## What it finds

FIXME

## Why it matters

FIXME: what an attacker does with it.

## Examples

\`\`\`${fence} bad
FIXME
\`\`\`

\`\`\`${fence} good
FIXME
\`\`\`

## The fix and its safety

FIXME

## When not to use it

FIXME
`,
);
console.log(`wrote ${base}.ts and ${base}.md; fill them in (docs/writing-a-rule.md), then: npm run gen && npm run check`);
