// Starts and stops the VS Code server that serves the workbench and runs extensions in a Node extension host.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureServer } from './install.mjs';
import { killGroup, onExit } from './processes.mjs';

const START_TIMEOUT_MS = 60_000;

/** What makes the window quiet enough to test in: no start page, no chat panel, no advice, no telemetry. */
export const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  // As on the desktop; in a browser the default is to save after a delay.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/**
 * Starts a host and waits until it answers.
 * @param {object} options
 * @param {number} [options.port] TCP port on 127.0.0.1; a free one when left out
 * @param {string} options.serverDataDir folder for the server's data (created)
 * @param {string} options.extensionsDir folder of installed extensions (created)
 * @param {string | string[]} [options.extensionDevelopmentPath] extension folder or folders to load from source
 * @param {string} [options.extensionTestsPath] module whose `run()` the extension host calls
 * @param {string} options.workspace a folder, or a `.code-workspace` file
 * @param {boolean} [options.trust] true (default): the workspace is trusted; false: VS Code's Restricted Mode applies
 * @param {Record<string, unknown>} [options.settings] machine settings, over QUIET_SETTINGS
 * @param {NodeJS.ProcessEnv} [options.env] environment of the extension host; this process's when left out
 * @param {boolean} [options.autoShutdown] true (default): the server ends by itself 5 minutes after its last window
 * @param {(text: string) => void} [options.log] takes the server's output, raw
 * @returns {Promise<{ url: string, origin: string, port: number, pid: number, ended: Promise<void>, stop: () => Promise<void> }>}
 *   `url` opens the workspace; `ended` resolves when the server ends, by `stop` or by itself
 */
export async function startHost(options) {
  const { serverDataDir, extensionsDir, trust = true, autoShutdown = true, log = () => undefined } = options;
  const host = await ensureServer();
  const machine = join(resolve(serverDataDir), 'data', 'Machine');
  mkdirSync(machine, { recursive: true });
  mkdirSync(extensionsDir, { recursive: true });
  writeFileSync(join(machine, 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...options.settings }, null, 2));

  const port = options.port ?? (await freePort());
  const args = [
    host.server,
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...['--telemetry-level', 'off'],
    ...['--server-data-dir', resolve(serverDataDir), '--extensions-dir', resolve(extensionsDir)],
    // Only with this flag does the window take an extension from the address; it also keeps notifications from popping up.
    ...(options.extensionDevelopmentPath ? ['--enable-smoke-test-driver'] : []),
    ...(trust ? ['--disable-workspace-trust'] : []),
    ...(autoShutdown ? ['--enable-remote-auto-shutdown'] : []),
  ];
  // VS Code leaves its sockets behind in this folder; a short path, since a socket's may have no more than 107 bytes.
  const sockets = mkdtempSync(join(tmpdir(), 'vscode-'));
  const env = { ...cleanEnvironment(options.env), XDG_RUNTIME_DIR: sockets };
  const child = spawn(host.node, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env });
  const end = () => {
    if (child.pid) killGroup(child.pid, 'SIGKILL');
    rmSync(sockets, { recursive: true, force: true });
  };
  const forget = onExit(end);
  const closed = new Promise((done) => child.once('close', () => done()));
  const stop = async () => {
    if (child.pid) killGroup(child.pid, 'SIGTERM');
    const timer = setTimeout(end, 2000);
    await closed;
    clearTimeout(timer);
    end();
    forget();
  };
  try {
    await answering(child, log);
  } catch (error) {
    await stop();
    throw error;
  }
  const origin = `http://127.0.0.1:${port}`;
  return { url: workbenchUrl(origin, options), origin, port, pid: child.pid, ended: closed, stop };
}

/** The address that opens the workspace with the extension under development and its tests, if any. */
export function workbenchUrl(origin, { workspace, extensionDevelopmentPath, extensionTestsPath }) {
  const path = resolve(workspace);
  const remote = (file) => `vscode-remote://${new URL(origin).host}${encodeURI(resolve(file))}`;
  const payload = [];
  for (const folder of [extensionDevelopmentPath ?? []].flat()) payload.push(['extensionDevelopmentPath', remote(folder)]);
  if (extensionTestsPath) payload.push(['extensionTestsPath', remote(extensionTestsPath)]);
  const kind = statSync(path).isDirectory() ? 'folder' : 'workspace';
  const address = `${origin}/?${kind}=${encodeURI(path).replace(/[&#+?]/g, encodeURIComponent)}`;
  if (payload.length === 0) return address;
  payload.push(['skipWelcome', 'true'], ['skipReleaseNotes', 'true']);
  return `${address}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** A TCP port of 127.0.0.1 that was free a moment ago. */
export function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** A terminal inside VS Code sets variables that would tie this server to that window. */
function cleanEnvironment(env = process.env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)));
}

function answering(child, log) {
  return new Promise((done, fail) => {
    let output = '';
    const timer = setTimeout(() => fail(failure('did not start in time')), START_TIMEOUT_MS);
    const failure = (what) => new Error(`The VS Code server ${what}. Its output:\n${output.trim().slice(-3000)}`);
    const read = (data) => {
      const text = String(data);
      log(text);
      output = (output + text).slice(-10_000);
      if (!output.includes('available at')) return;
      clearTimeout(timer);
      done();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => fail(failure(`could not be started (${error.message})`)));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(failure(`ended at once (${signal ?? `exit code ${code}`})`));
    });
  });
}
