#!/usr/bin/env node
// Tests the extension in a real VS Code: in its extension host, by keyboard in its window, as the installed package, in the web.
// Usage: node test/vscode/all.mjs [PART…]: the suites whose title has one of the parts; all when left out.
// Builds and packs first what is missing or older than the bundles. SEAWORTHY_RESULTS names a file for `{ passed, failed }`.
// A failed test's picture is in .screenshots/.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureHost } from '../../scripts/vscode-host/install.mjs';
import { projectRoot } from '../../scripts/vscode-host/paths.mjs';
import { within } from './suite.mjs';
import { editorSuite } from './suites/editor.mjs';
import { germanSuite } from './suites/german.mjs';
import { hostSuite } from './suites/host.mjs';
import { keysSuite } from './suites/keys.mjs';
import { packageSuite } from './suites/package.mjs';
import { restrictedSuite } from './suites/restricted.mjs';
import { scanSuite } from './suites/scan.mjs';
import { silencingSuite } from './suites/silencing.mjs';
import { treeSuite } from './suites/tree.mjs';
import { typingSuite } from './suites/typing.mjs';
import { webSuite } from './suites/web.mjs';

const VSIX = join(projectRoot, 'seaworthy.vsix');
const BUNDLE = join(projectRoot, 'dist', 'client.js');

const started = Date.now();
const count = { passed: 0, failed: 0 };
const parts = process.argv.slice(2).map((part) => part.toLowerCase());
const suites = [
  hostSuite,
  editorSuite,
  treeSuite,
  keysSuite,
  silencingSuite,
  scanSuite,
  typingSuite,
  packageSuite(VSIX),
  webSuite,
  germanSuite,
  restrictedSuite,
].filter(({ title }) => parts.length === 0 || parts.some((part) => title.toLowerCase().includes(part)));

if (packed()) {
  await ensureHost();
  for (const suite of suites) {
    let outcome = await runSuite(suite);
    if (outcome.failed > 0) {
      console.log(
        `\n${suite.title}: ${outcome.failed} failed; once more in a new window, since a busy machine can starve a browser`,
      );
      outcome = await runSuite(suite);
    }
    count.passed += outcome.passed;
    count.failed += outcome.failed;
  }
} else {
  count.failed += 1;
  console.error('The extension could not be packed: nothing was tested.');
}
console.log(`\n${count.passed} passed, ${count.failed} failed in ${seconds(Date.now() - started)}`);
if (process.env.SEAWORTHY_RESULTS) writeFileSync(process.env.SEAWORTHY_RESULTS, JSON.stringify(count));
// `exit`, since a window that hangs must not keep the caller waiting.
process.exit(count.failed > 0 || count.passed === 0 ? 1 : 0);

/** Whether there is a package of the present build; makes one, which builds too, when there is none. */
function packed() {
  if (existsSync(BUNDLE) && existsSync(VSIX) && statSync(VSIX).mtimeMs >= statSync(BUNDLE).mtimeMs) return true;
  const { status } = spawnSync(process.execPath, ['scripts/package.mjs'], { cwd: projectRoot, stdio: 'inherit' });
  return status === 0;
}

/** Runs a suite in a window of its own. Gives how many of its tests passed and failed. */
async function runSuite({ title, seconds: limit, run }) {
  const outcome = { passed: 0, failed: 0 };
  const start = Date.now();
  console.log(`\n${title}`);
  let over = false;
  const report = (test, milliseconds, error) => {
    if (over) return;
    outcome[error === undefined ? 'passed' : 'failed'] += 1;
    console.log(`  ${error === undefined ? 'ok    ' : 'FAILED'} ${test} (${seconds(milliseconds)})`);
    if (error !== undefined) console.error(indented(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  };
  try {
    await within(limit, run(report));
  } catch (error) {
    report('the suite as a whole', Date.now() - start, error);
  }
  over = true;
  console.log(`  ${seconds(Date.now() - start)}`);
  return outcome;
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function indented(text) {
  return text.replace(/^(?=.)/gm, '         ');
}
