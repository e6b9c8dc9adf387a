// npm run demo: builds, shows what is found in examples/ on the command line, and opens a VS Code with the extension on them.
//   --no-open   only checks that the editor would open (for machines without a person)
import { spawnSync } from 'node:child_process';
import { ensureDependencies, root, run } from './ensure.mjs';

ensureDependencies();
run(process.execPath, ['scripts/build.mjs', '--production']);
console.log('\n$ seaworthy scan examples\n');
// Exit code 1 says that there are findings, which is what the examples are for.
const { status } = spawnSync(process.execPath, ['dist/cli.js', 'scan', 'examples'], { cwd: root, stdio: 'inherit' });
if (status !== 1) {
  console.error(`The scan of examples/ ended with ${status}, not with findings.`);
  process.exit(1);
}
console.log('');
run(process.execPath, ['scripts/open-editor.mjs', 'examples', ...process.argv.slice(2)]);
