// npm test: everything. Installs what is missing (dependencies, the VS Code host, Chromium, two other editors), builds, checks, runs
// all tests, and ends with one line that counts them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDependencies, root } from './ensure.mjs';

ensureDependencies();
const results = join(mkdtempSync(join(tmpdir(), 'seaworthy-test-')), 'results.json');
let passed = 0;
let failed = 0;

/** A step that is one test itself. */
function step(name, command, args) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) passed++;
  else {
    failed++;
    console.error(`FAILED: ${name}`);
  }
  return status === 0;
}

/** A step that writes how many tests passed and failed. */
function suite(name, command, args, read) {
  console.log(`\n== ${name}`);
  rmSync(results, { force: true });
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SEAWORTHY_RESULTS: results },
  });
  const counts = existsSync(results) ? read(JSON.parse(readFileSync(results, 'utf8'))) : undefined;
  if (counts && counts.passed + counts.failed > 0) {
    passed += counts.passed;
    failed += counts.failed;
  }
  if (status !== 0 && !counts?.failed) failed++;
  if (status === 0 && !counts?.passed) {
    console.error(`FAILED: ${name} ran no test`);
    failed++;
  }
}

step('build', process.execPath, ['scripts/build.mjs', '--production']);
step('types', 'npx', ['tsc', '-p', '.']);
step('lint and format', 'npx', ['biome', 'check', '--error-on-warnings', '.']);
step('unused code', 'npx', ['knip', '--no-progress']);
step('generated files', process.execPath, ['scripts/gen.mjs', '--check']);
step('other editors', process.execPath, ['scripts/editors.mjs']);
suite('tests', 'npx', ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${results}`], (r) => ({
  passed: r.numPassedTests,
  // A file that could not even be loaded has no test that failed.
  failed: r.numFailedTests + r.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length,
}));
if (
  step('package', process.execPath, ['scripts/package.mjs']) &&
  step('VS Code host', process.execPath, ['scripts/vscode-host/install.mjs'])
) {
  suite('in a real VS Code', process.execPath, ['test/vscode/all.mjs'], (r) => r);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
