#!/usr/bin/env node
// Takes the pictures of README.md in a real VS Code on the example shop, in three themes, and of the HTML report:
// docs/images/{squiggle-and-fix,tree,hover,report}[-light|-contrast].png. Usage: node scripts/screenshots.mjs [THEME…] (after a build)
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { goTo, hoverText, openFile, openQuickFixMenu, openView, runCommand, waitForSquiggle } from '../test/vscode/helpers.mjs';
import { openWindow } from '../test/vscode/window.mjs';
import { launchBrowser } from './vscode-host/browser.mjs';
import { projectRoot } from './vscode-host/paths.mjs';

const IMAGES = join(projectRoot, 'docs', 'images');
const MAX_BYTES = 150_000;

const SETTINGS = {
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.vertical': 'hidden',
  'breadcrumbs.enabled': false,
};

/** What the pictures' names end with, VS Code's theme, and what a browser is told for the report. */
const THEMES = {
  dark: { suffix: '', theme: 'Default Dark Modern', browser: { colorScheme: 'dark' } },
  light: { suffix: '-light', theme: 'Default Light Modern', browser: { colorScheme: 'light' } },
  contrast: { suffix: '-contrast', theme: 'Default High Contrast', browser: { colorScheme: 'dark', forcedColors: 'active' } },
};

mkdirSync(IMAGES, { recursive: true });
const wanted = process.argv.slice(2);
let page;
for (const [name, { suffix, theme, browser }] of Object.entries(THEMES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await inWindow(theme, suffix);
  await inBrowser(browser, suffix);
}

async function inWindow(theme, suffix) {
  const window = await openWindow({
    settings: { ...SETTINGS, 'workbench.colorTheme': theme, 'window.autoDetectHighContrast': false },
    size: { width: 1280, height: 930 },
  });
  page = window.page;
  try {
    await openFile(page, 'compose.yaml');
    await waitForSquiggle(page, 'error');
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await picture(`squiggle-and-fix${suffix}`, quickFix);
    await picture(`hover${suffix}`, hover);
    await picture(`tree${suffix}`, tree);
  } finally {
    await window.close();
  }
}

/** The report on the shop, its first finding unfolded. */
async function inBrowser(options, suffix) {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-report-'));
  const file = join(folder, 'report.html');
  const args = ['dist/cli.js', 'scan', 'examples', '--format', 'html', '--output', file, '--fail-on', 'never'];
  execFileSync(process.execPath, args, { cwd: projectRoot });
  const opened = await launchBrowser();
  try {
    page = await opened.newPage({ ...options, viewport: { width: 1280, height: 860 } });
    await page.goto(pathToFileURL(file).href);
    await page.locator('summary').first().click();
    await picture(`report${suffix}`, async () => ({ x: 0, y: 0, width: 1280, height: 860 }));
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The menu at a service that runs privileged. */
async function quickFix() {
  await goTo(page, 30, 17);
  await openQuickFixMenu(page);
  return lines(13, 41, 760);
}

async function hover() {
  await page.keyboard.press('Escape');
  await goTo(page, 36, 11);
  await hoverText(page);
  await page.locator('.monaco-hover').getByText('Fix:').first().waitFor();
  return lines(20, 39, 960);
}

/** The part of the window that shows lines of the text, from the left of the editor to so many pixels right of it. */
async function lines(first, last, width) {
  const y = async (line) => {
    const number = page.locator('.margin-view-overlays .line-numbers').getByText(String(line), { exact: true });
    return (await number.boundingBox()).y;
  };
  const top = await y(first);
  return { x: 48, y: top - 1, width, height: (await y(last + 1)) - top + 1 };
}

/** All files of the shop, with the view wide enough to read. */
async function tree() {
  await page.keyboard.press('Escape');
  await goTo(page, 1);
  await openView(page, 'Seaworthy');
  const side = await page.locator('.part.sidebar').boundingBox();
  await page.mouse.move(side.x + side.width + 2, 400);
  await page.mouse.down();
  await page.mouse.move(620, 400, { steps: 5 });
  await page.mouse.up();
  await runCommand(page, 'Seaworthy: Scan Workspace');
  await page
    .locator('.pane-body .message')
    .getByText(/files scanned in/)
    .waitFor();
  await page.mouse.move(900, 900);
  return { x: 0, y: 0, width: 1280, height: 560 };
}

/** Sets a scene, waits until nothing moves, and saves the part of the window that the scene gives. */
async function picture(name, scene) {
  const clip = await scene();
  await page.waitForTimeout(800);
  const path = join(IMAGES, `${name}.png`);
  await page.screenshot({ path, clip, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(path);
  console.log(`docs/images/${name}.png: ${Math.round(size / 1000)} kB`);
  if (size > MAX_BYTES) throw new Error(`${path} is over ${MAX_BYTES / 1000} kB.`);
}
