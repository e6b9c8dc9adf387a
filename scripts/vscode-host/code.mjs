#!/usr/bin/env node
// Stands in for the `code` executable that @vscode/test-electron starts: takes the same arguments, runs the tests in the
// offline host with a headless browser as its window, and exits with the tests' code.
// Environment: SEAWORTHY_VSCODE_TIMEOUT, seconds for the whole run (300); SEAWORTHY_SCREENSHOT, a PNG file to write at the end;
// SEAWORTHY_VSCODE_VERBOSE=1 prints VS Code's own log too.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { onExit } from './processes.mjs';
import { startHost } from './server.mjs';

// What the window logs of itself in every run. Native modules of the server are not built (see install.mjs), and there may be
// no network: neither matters to a test, and 400 lines about them hide the tests' own.
const HOST_NOISE = [
  /^(Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin extensions cache)/,
  /^\[(reconnection-grace-time|Service Worker|AgentHost:\w+|AccountPolicyGate)\]/,
  /spdlog|native-watchdog|build\/Release\/watchdog|open-vsx\.org|^Canceled: Canceled/,
];

/**
 * Reads VS Code's command line; flags that mean nothing here are skipped.
 * @param {string[]} argv the arguments after the program's name
 */
export function parseArguments(argv) {
  const parsed = {
    extensionDevelopmentPath: [],
    extensionTestsPath: undefined,
    extensionsDir: undefined,
    trust: false,
    workspace: undefined,
  };
  for (const argument of argv) {
    const [, name, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === 'extensionDevelopmentPath') parsed.extensionDevelopmentPath.push(value);
    else if (name === 'extensionTestsPath') parsed.extensionTestsPath = value;
    else if (name === 'extensions-dir') parsed.extensionsDir = value;
    else if (name === 'disable-workspace-trust') parsed.trust = true;
    else if (name === undefined) parsed.workspace ??= argument;
  }
  return parsed;
}

/**
 * Runs one test module in the extension host, as the arguments say.
 * @returns {Promise<number>} the exit code: the tests' own, or 1 when the run itself failed
 */
export async function main(argv) {
  const { extensionsDir, workspace, ...options } = parseArguments(argv);
  if (!options.extensionTestsPath)
    throw new Error('--extensionTestsPath=… is missing: this stand-in for `code` only runs tests.');
  const seconds = Number(process.env.SEAWORTHY_VSCODE_TIMEOUT) || 300;
  const scratch = mkdtempSync(join(tmpdir(), 'vscode-host-'));
  const forget = onExit(() => rmSync(scratch, { recursive: true, force: true }));
  const serverDataDir = join(scratch, 'server');
  const serverLog = [];
  let host;
  let browser;
  try {
    host = await startHost({
      ...options,
      serverDataDir,
      extensionsDir: extensionsDir ?? join(serverDataDir, 'extensions'),
      workspace: workspace ?? scratch,
      log: (text) => serverLog.push(text),
    });
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const code = await Promise.race([testsEnd(page, host.url), closedEarly(page, browser), timeUp(seconds)]);
    if (process.env.SEAWORTHY_SCREENSHOT) await page.screenshot({ path: process.env.SEAWORTHY_SCREENSHOT });
    return code;
  } catch (error) {
    console.error(error.message);
    console.error(`The server's last output:\n${serverLog.join('').trim().slice(-3000)}`);
    return 1;
  } finally {
    await browser?.close().catch(() => undefined);
    await host?.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
    forget();
  }
}

/** Opens the window; resolves with the code that the extension host gives when the tests have ended. */
function testsEnd(page, url) {
  return new Promise((done, fail) => {
    const open = async () => {
      await page.exposeFunction('codeAutomationExit', (code) => done(code));
      await page.exposeFunction('codeAutomationLog', (type, args) => {
        const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
        if (!process.env.SEAWORTHY_VSCODE_VERBOSE && HOST_NOISE.some((pattern) => pattern.test(text))) return;
        (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${text}\n`);
      });
      await page.goto(url);
    };
    open().catch(fail);
  });
}

function closedEarly(page, browser) {
  return new Promise((_, fail) => {
    page.once('crash', () => fail(new Error('The browser page crashed before the tests ended.')));
    browser.once('disconnected', () => fail(new Error('The browser ended before the tests did.')));
  });
}

function timeUp(seconds) {
  return new Promise((_, fail) => {
    const message = `The tests did not end within ${seconds} s (SEAWORTHY_VSCODE_TIMEOUT).`;
    setTimeout(() => fail(new Error(message)), seconds * 1000).unref();
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    // `exit`, since an open handle of the browser must not keep the caller waiting.
    process.exit(await main(process.argv.slice(2)));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
