// Writes what follows from the rules: the rule index, the pages that are shown beside findings, docs/rules/, docs/coverage.md
// and the config's JSON schema. `--check` writes nothing and fails when something is not up to date.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configSchemaJson } from './gen/config-schema.mjs';
import { coveragePage } from './gen/coverage.mjs';
import { loadEngine } from './gen/load.mjs';
import { indexPage, rulePage, sections } from './gen/pages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const FAMILIES = {
  dockerfile: 'dockerfile',
  compose: 'compose',
  kubernetes: 'kubernetes',
  project: 'project',
  seaworthy: 'analysis',
};

let incomplete = 0;

/** Every rule's two files, sorted by id. */
function ruleFiles() {
  return Object.entries(FAMILIES).flatMap(([family, room]) => {
    const folder = join(root, 'server/src', room, 'rules');
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .flatMap((name) => {
        const base = name.slice(0, -3);
        const page = join(folder, `${base}.md`);
        if (!existsSync(page)) {
          console.error(`${family}/${base} is left out: it has no page ${base}.md`);
          incomplete++;
          return [];
        }
        return { id: `${family}/${base}`, module: `../${room}/rules/${name}`, page: readFileSync(page, 'utf8') };
      });
  });
}

function camel(id) {
  return id.replace(/[/-](\w)/g, (_, c) => c.toUpperCase());
}

const HEAD = '// Written by `npm run gen`; not edited by hand.\n';

function ruleIndex(files) {
  const imports = files.map((f) => ({ ...f, name: camel(f.id) })).sort((a, b) => (a.module < b.module ? -1 : 1));
  return `${HEAD}import type { AnyRule } from '../core/rule.ts';
${imports.map((f) => `import ${f.name} from '${f.module.startsWith('../analysis/') ? `./${f.module.slice(12)}` : f.module}';`).join('\n')}

/** Every rule there is, by id. */
export const allRules: readonly AnyRule[] = [
${files.map((f) => `  ${camel(f.id)},`).join('\n')}
];
`;
}

function pageTable(files) {
  const entries = files.map((f) => {
    const parts = sections(f.page);
    const page = {
      finds: parts['What it finds'] ?? '',
      why: parts['Why it matters'] ?? '',
      fix: parts['The fix and its safety'] ?? '',
    };
    return `  ${JSON.stringify(f.id)}: ${JSON.stringify(page)},`;
  });
  return `${HEAD}import type { RulePage } from './pages.ts';

/** The parts of each rule's page that are shown beside its findings. */
export const pages: Readonly<Record<string, RulePage>> = {
${entries.join('\n')}
};
`;
}

function reasonTable(files) {
  const entries = files.map((f) => {
    const [first = ''] = (sections(f.page)['Why it matters'] ?? '').trim().split(/\n\s*\n/);
    return `  ${JSON.stringify(f.id)}: ${JSON.stringify(first)},`;
  });
  return `${HEAD}
/** What an attacker does with what each rule finds, in lines as written. Apart from the pages, since the server in an editor needs nothing else of them. */
export const reasons: Readonly<Record<string, string>> = {
${entries.join('\n')}
};
`;
}

let stale = 0;
function put(path, text) {
  const file = join(root, path);
  const old = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (old === text) return;
  stale++;
  if (check) console.error(`${path} is not up to date`);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${path}`);
  }
}

const files = ruleFiles();
put('server/src/analysis/rules.generated.ts', ruleIndex(files));
put('server/src/analysis/pages.generated.ts', pageTable(files));
put('server/src/analysis/reasons.generated.ts', reasonTable(files));

const { rules, configSchema, pageFrame } = await loadEngine(root);
for (const file of files) {
  if (!rules.some((rule) => rule.id === file.id)) throw new Error(`the rule in ${file.module} must have the id ${file.id}`);
}
const pages = new Map(files.map((f) => [f.id, f.page]));
const written = new Set();
for (const rule of rules) {
  const path = `docs/rules/${rule.id}.md`;
  written.add(path);
  put(path, rulePage(pageFrame(rule), pages.get(rule.id)));
}
put('docs/rules/README.md', indexPage(rules));
put(
  'docs/coverage.md',
  coveragePage(rules, root, (problem) => {
    stale++;
    console.error(problem);
  }),
);
put('docs/config.schema.json', configSchemaJson(configSchema, rules));

for (const family of Object.keys(FAMILIES)) {
  const folder = join(root, 'docs/rules', family);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const path = `docs/rules/${family}/${name}`;
    if (written.has(path)) continue;
    stale++;
    if (check) console.error(`${path} belongs to no rule`);
    else rmSync(join(root, path));
  }
}
if (check && stale > 0) {
  console.error(`\n${stale} generated files are not up to date: run \`npm run gen\` and commit what it writes.`);
  process.exit(1);
}
if (incomplete > 0) process.exitCode = 1;
console.log(check ? `generated files are up to date (${rules.length} rules)` : `${rules.length} rules`);
