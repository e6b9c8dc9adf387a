// npm run check: types, lint and format, generated files, layers, unit and rule tests, and the laws on one text of 25. About a minute.
import { spawnSync } from 'node:child_process';
import { ensureDependencies, root } from './ensure.mjs';

ensureDependencies();
const STEPS = [
  ['types', 'npx', ['tsc', '-p', '.']],
  ['lint and format', 'npx', ['biome', 'check', '--error-on-warnings', '.']],
  ['unused code', 'npx', ['knip', '--no-progress']],
  ['generated files', process.execPath, ['scripts/gen.mjs', '--check']],
  ['tests', 'npx', ['vitest', 'run', '--reporter=dot', 'test/layers.test.ts', 'test/unit', 'test/rules', 'test/laws']],
];
const failed = [];
for (const [name, command, args] of STEPS) {
  const start = Date.now();
  const env = { SEAWORTHY_LAW_SHARE: '25', ...process.env };
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\ncheck failed: ${failed.join(', ')}`);
  process.exit(1);
}
