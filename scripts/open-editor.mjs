#!/usr/bin/env node
// Opens VS Code with this extension on a folder: a desktop VS Code where one is on the PATH, else one in the browser.
// Usage: node scripts/open-editor.mjs [FOLDER] [--browser] [--no-open] [--extension DIR] [--port N]
//   FOLDER       what to open (default: examples)
//   --browser    the one in the browser, even where there is a desktop VS Code
//   --no-open    for a machine without a person: check that the browser's host starts and the extension activates in it, print
//                the address it would give, and end
//   --extension  the extension's folder (default: this project)
//   --port       the port of the browser's host (default: a free one)
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hostScripts, projectRoot } from './vscode-host/paths.mjs';
import { onExit } from './vscode-host/processes.mjs';
import { startHost } from './vscode-host/server.mjs';

const WINDOWS = process.platform === 'win32';

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      extension: { type: 'string', default: projectRoot },
      port: { type: 'string' },
    },
  });
  const folder = resolve(positionals[0] ?? join(projectRoot, 'examples'));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`There is no folder ${folder}.`);
  const extension = resolve(values.extension);
  const manifest = readManifest(extension);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (values['no-open']) return check({ extension, manifest, folder, port });
  const desktop = values.browser ? undefined : findDesktop();
  if (desktop) return openDesktop(desktop, extension, folder);
  return openBrowserHost({ extension, manifest, folder, port });
}

function readManifest(extension) {
  const file = join(extension, 'package.json');
  if (!existsSync(file)) throw new Error(`There is no extension in ${extension}: it has no package.json.`);
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const main = manifest.main && join(extension, manifest.main);
  if (!main || ![main, `${main}.js`].some(existsSync)) {
    throw new Error(`${main ?? `The "main" of ${file}`} is missing: build the extension first (npm run build).`);
  }
  return manifest;
}

/** The name of a desktop VS Code's command on the PATH; undefined when there is none that answers. */
function findDesktop() {
  return ['code', 'code-insiders', 'codium'].find((name) => {
    const { status } = spawnSync(name, ['--version'], { stdio: 'ignore', shell: WINDOWS, timeout: 15_000 });
    return status === 0;
  });
}

function openDesktop(command, extension, folder) {
  console.log(`Opening ${folder} in ${command} with the extension of ${extension}.`);
  const quote = (text) => (WINDOWS ? `"${text}"` : text);
  const args = ['--new-window', quote(`--extensionDevelopmentPath=${extension}`), quote(folder)];
  const child = spawn(command, args, { stdio: 'inherit', shell: WINDOWS });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`${command} ended with exit code ${code}.`))));
  });
}

async function openBrowserHost(options) {
  const host = await serve({ ...options, autoShutdown: false });
  console.log(`Open this address in a browser on this machine:\n\n  ${host.url}\n\nCtrl+C ends it.`);
  await host.ended;
  throw new Error('The VS Code server ended.');
}

async function check({ extension, manifest, folder, port }) {
  const args = [`--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${join(hostScripts, 'check-extension.cjs')}`];
  const env = { ...process.env, SEAWORTHY_EXTENSION_ID: `${manifest.publisher}.${manifest.name}` };
  const run = spawn(process.execPath, [join(hostScripts, 'code.mjs'), folder, '--disable-workspace-trust', ...args], {
    stdio: 'inherit',
    env,
  });
  const forget = onExit(() => run.kill());
  const code = await new Promise((done) => run.once('close', done));
  forget();
  if (code !== 0) throw new Error('The extension could not be loaded in VS Code.');
  const host = await serve({ extension, manifest, folder, port });
  const answer = await fetch(host.url);
  await host.stop();
  if (!answer.ok) throw new Error(`${host.url} answered ${answer.status}.`);
  console.log(`VS Code would be at ${host.url}`);
}

/** Starts the host with the extension linked in as an installed one: one under development shows no notifications there. */
async function serve({ extension, manifest, folder, ...options }) {
  const scratch = mkdtempSync(join(tmpdir(), 'vscode-demo-'));
  onExit(() => rmSync(scratch, { recursive: true, force: true }));
  const extensionsDir = join(scratch, 'extensions');
  mkdirSync(extensionsDir);
  symlinkSync(extension, join(extensionsDir, `${manifest.publisher}.${manifest.name}-${manifest.version}`), 'dir');
  return startHost({ ...options, workspace: folder, serverDataDir: join(scratch, 'server'), extensionsDir });
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
