#!/usr/bin/env node
// Runs a test module in the extension host of a real VS Code, over a copy of a workspace folder.
// Usage: node test/vscode/run.mjs TESTS.cjs WORKSPACE; TESTS.cjs exports `run()`, which rejects when a test fails.
// SEAWORTHY_VSCODE chooses the VS Code: `host` (default), the one of scripts/vscode-host, which needs no download and no display;
// `download`, the newest desktop VS Code; `download:1.91.1`, that version; else the path of a desktop executable.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { ensureHost } from '../../scripts/vscode-host/install.mjs';
import { hostScripts, projectRoot } from '../../scripts/vscode-host/paths.mjs';

/**
 * @param {object} options
 * @param {string} options.tests the CommonJS module whose `run()` VS Code calls in the extension host
 * @param {string} options.workspace the folder to open; the tests get a copy that they may change
 * @param {string} [options.extension] the extension's folder; the project when left out
 * @param {Record<string, string>} [options.env] variables that the tests see besides this process's
 * @returns {Promise<void>} rejects when a test fails or VS Code does not start
 */
export async function runInVscode({ tests, workspace, extension = projectRoot, env = {} }) {
  const vscodeExecutablePath = await executable();
  const scratch = mkdtempSync(join(tmpdir(), 'vscode-test-'));
  try {
    const folder = join(scratch, basename(resolve(workspace)));
    cpSync(workspace, folder, { recursive: true });
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: resolve(extension),
      extensionTestsPath: resolve(tests),
      extensionTestsEnv: env,
      launchArgs: [folder, `--user-data-dir=${join(scratch, 'user')}`, `--extensions-dir=${join(scratch, 'extensions')}`],
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function executable() {
  const wanted = process.env.SEAWORTHY_VSCODE || 'host';
  const [, download, version] = /^(download)(?::(.+))?$/.exec(wanted) ?? [];
  if (download) return downloadAndUnzipVSCode(version);
  if (wanted !== 'host') return wanted;
  await ensureHost();
  return join(hostScripts, 'code.mjs');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tests, workspace, ...rest] = process.argv.slice(2);
  if (!tests || !workspace || rest.length > 0) {
    console.error('Usage: node test/vscode/run.mjs TESTS.cjs WORKSPACE');
    process.exit(2);
  }
  try {
    await runInVscode({ tests, workspace });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
