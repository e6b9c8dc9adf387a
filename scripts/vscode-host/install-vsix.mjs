#!/usr/bin/env node
// Installs a packaged extension the way a user's VS Code does. Usage: install-vsix.mjs FILE.vsix --extensions-dir DIR
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { ensureServer } from './install.mjs';

/**
 * Installs a `.vsix` file into a folder of extensions; `startHost` with the same `extensionsDir` then has it.
 * @param {{ vsix: string, extensionsDir: string }} options
 * @returns {Promise<string>} what VS Code printed
 * @throws an Error with VS Code's output when it refuses the package
 */
export async function installVsix({ vsix, extensionsDir }) {
  const file = resolve(vsix);
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const host = await ensureServer();
  const data = mkdtempSync(join(tmpdir(), 'vscode-vsix-'));
  try {
    mkdirSync(extensionsDir, { recursive: true });
    const args = [
      host.server,
      '--install-extension',
      file,
      '--extensions-dir',
      resolve(extensionsDir),
      '--server-data-dir',
      data,
    ];
    const run = promisify(execFile)(host.node, [...args, '--force', '--accept-server-license-terms'], { timeout: 60_000 });
    const { stdout, stderr } = await run.catch((error) => {
      throw new Error(`VS Code could not install ${file}:\n${error.stdout ?? ''}${withoutStacks(error.stderr ?? '')}`);
    });
    if (!/successfully installed/.test(stdout))
      throw new Error(`VS Code did not install ${file}:\n${stdout}${withoutStacks(stderr)}`);
    return stdout;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** What is left of the log without the stack of the native logger, which is not built here and which no one misses. */
function withoutStacks(log) {
  return log.replace(/^Error: Could not locate the bindings file[\s\S]*?^\}\n/gm, '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'extensions-dir': { type: 'string' } } });
    if (positionals.length !== 1 || !values['extensions-dir'])
      throw new Error('Usage: install-vsix.mjs FILE.vsix --extensions-dir DIR');
    process.stdout.write(await installVsix({ vsix: positionals[0], extensionsDir: values['extensions-dir'] }));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
