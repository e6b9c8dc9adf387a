// Windows to test in: a real VS Code on a copy of the example shop, with the extension installed.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { installVsix } from '../../scripts/vscode-host/install-vsix.mjs';
import { projectRoot } from '../../scripts/vscode-host/paths.mjs';
import { startHost } from '../../scripts/vscode-host/server.mjs';
import { openFile, openWorkbench, waitForSquiggle } from './helpers.mjs';

const SHOP = join(projectRoot, 'examples', 'shop');

/** The texts of the shop that the tests edit. */
export const COMPOSE = readFileSync(join(SHOP, 'compose.yaml'), 'utf8');
export const MANIFEST = readFileSync(join(SHOP, 'k8s', 'api.yaml'), 'utf8');

/** The line of `COMPOSE` that makes a service privileged, and `COMPOSE` with that finding fixed. */
const PRIVILEGED_LINE = /^ *privileged: .*\n/m;
export const COMPOSE_FIXED = COMPOSE.replace(PRIVILEGED_LINE, '');
export const PRIVILEGED = /privileged: (.*)/.exec(COMPOSE)[1];

/** Title of the fix that makes `COMPOSE_FIXED`. */
export const PRIVILEGED_FIX = 'Remove privileged (may change behaviour)';

/** Tall enough to show the longest of the example files whole. */
const SIZE = { width: 1400, height: 1300 };

/** Line and column, from 1, of the first occurrence of a piece of text. */
export function placeOf(text, piece) {
  const at = text.indexOf(piece);
  if (at < 0) throw new Error(`${piece} is not in the text.`);
  const before = text.slice(0, at).split('\n');
  return [before.length, before.at(-1).length + 1];
}

/**
 * Fills a folder with the example shop and more files.
 * @param {string} folder created
 * @param {Record<string, string>} [files] path relative to the folder → text
 */
export function makeWorkspace(folder, files = {}) {
  cpSync(SHOP, folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/**
 * Opens a window on a fresh copy of the example shop.
 * @param {object} [options]
 * @param {Record<string, string>} [options.files] more files of the workspace: path → text
 * @param {string} [options.vsix] a package to install; the project's folder itself is linked in when left out
 * @param {string[]} [options.extensions] folders of more extensions
 * @param {(folder: string) => void} [options.prepare] what else is to be done to the workspace before it is opened
 * @param {boolean} [options.trust] false: Restricted Mode
 * @param {Record<string, unknown>} [options.settings] machine settings, over the host's quiet ones
 * @param {{ width: number, height: number }} [options.size] of the window
 * @param {string} [options.language] of the window
 * @returns {Promise<{ page: import('playwright-core').Page, log: string[], folder: string, pid: number, close: () => Promise<void> }>}
 *   `pid`: of the host, which leads the group of its processes
 */
export async function openWindow({
  files,
  vsix,
  extensions = [],
  prepare = () => undefined,
  trust = true,
  settings = {},
  size = SIZE,
  language,
} = {}) {
  const scratch = mkdtempSync(join(tmpdir(), 'vscode-window-'));
  const folder = join(scratch, 'shop');
  const extensionsDir = join(scratch, 'extensions');
  const cleanUp = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  let host;
  try {
    makeWorkspace(folder, files);
    prepare(folder);
    if (vsix) await installVsix({ vsix, extensionsDir });
    else linkProject(extensionsDir);
    for (const extension of extensions) symlinkSync(extension, join(extensionsDir, basename(extension)), 'dir');
    host = await startHost({ workspace: folder, serverDataDir: join(scratch, 'server'), extensionsDir, trust, settings });
    const { page, log, close } = await openWorkbench(host.url, size, language);
    return {
      page,
      log,
      folder,
      pid: host.pid,
      close: async () => {
        await close();
        await host.stop();
        cleanUp();
      },
    };
  } catch (error) {
    await host?.stop();
    cleanUp();
    throw error;
  }
}

/** The badge of our own view; VS Code's explorer has one too while a file is not saved. */
export function ownBadge(page) {
  const ours = page.locator('.part.activitybar .action-item', { has: page.locator('.action-label[aria-label^="Seaworthy"]') });
  return ours.locator('.badge-content');
}

/** Opens the Compose file of the shop and waits until editor and view have its findings. */
export async function openCompose(page) {
  await openFile(page, 'compose.yaml');
  await waitForSquiggle(page, 'error');
  await ownBadge(page).waitFor();
}

/** An installed extension, unlike one under development, leaves the window as a user has it. */
function linkProject(extensionsDir) {
  mkdirSync(extensionsDir, { recursive: true });
  symlinkSync(projectRoot, join(extensionsDir, 'seaworthy.seaworthy-0.1.0'), 'dir');
}
