#!/usr/bin/env node
// Takes the pictures of README.md in a real VS Code on the example shop: docs/images/{squiggle-and-fix,tree,hover}.png.
// Usage: node scripts/screenshots.mjs (after a build)
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { goTo, hoverText, openFile, openQuickFixMenu, openView, runCommand, waitForSquiggle } from '../test/vscode/helpers.mjs';
import { openWindow } from '../test/vscode/window.mjs';
import { projectRoot } from './vscode-host/paths.mjs';

const IMAGES = join(projectRoot, 'docs', 'images');
const MAX_BYTES = 150_000;

const SETTINGS = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.vertical': 'hidden',
  'breadcrumbs.enabled': false,
};

const { page, close } = await openWindow({ settings: SETTINGS, size: { width: 1280, height: 930 } });
try {
  mkdirSync(IMAGES, { recursive: true });
  await openFile(page, 'compose.yaml');
  await waitForSquiggle(page, 'error');
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await picture('squiggle-and-fix', quickFix);
  await picture('hover', hover);
  await picture('tree', tree);
} finally {
  await close();
}

/** The menu at a service that runs privileged. */
async function quickFix() {
  await goTo(page, 30, 17);
  await openQuickFixMenu(page);
  return lines(13, 40, 760);
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
