// Builds for production and packs seaworthy.vsix.
//   node scripts/package.mjs
// Fails when vsce warns of anything, when a bundle is missing, or when the package is too large to be worth its download.
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const OUTPUT = 'seaworthy.vsix';
const MAX_BYTES = 1_000_000;

const missing = await build({ production: true });
if (missing.length > 0) fail(`Entry points that do not exist: ${missing.join(', ')}`);

// The repository is on no public host to which links could be rewritten, and everything that runs is in the bundles.
const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
const vsce = ['node_modules/@vscode/vsce/vsce', 'package', ...flags, '--out', OUTPUT];
const { stdout, stderr } = await promisify(execFile)(process.execPath, vsce, { cwd: root }).catch((error) => {
  fail(`${error.stdout ?? ''}${error.stderr ?? ''}`);
});
process.stdout.write(stdout);
if (/\bWARN/.test(stdout + stderr)) fail(`vsce warns:\n${stderr}`);

const { size } = await stat(`${root}/${OUTPUT}`);
console.log(`${OUTPUT}: ${(size / 1000).toFixed(0)} kB`);
if (size >= MAX_BYTES) fail(`The package is over ${MAX_BYTES / 1000} kB.`);

function fail(message) {
  console.error(message);
  process.exit(1);
}
