// What a person does in the workbench, as functions of a Playwright page. Each waits until its effect is on screen.
import { mkdirSync } from 'node:fs';
import { dirname, extname, isAbsolute, join } from 'node:path';
import { launchBrowser } from '../../scripts/vscode-host/browser.mjs';
import { projectRoot } from '../../scripts/vscode-host/paths.mjs';

const TIMEOUT_MS = 20_000;
const QUICK_INPUT = '.quick-input-widget:not([style*="display: none"])';
const MENU = '.action-widget:not(.action-list-submenu-panel)';

/**
 * Opens the workbench in a browser of its own.
 * @param {string} url what `startHost` or `serveBrowserHost` gave
 * @param {{ width?: number, height?: number }} [viewport] in CSS pixels
 * @param {string} [language] of the workbench, such as `de`; its own texts stay English without a language pack
 * @returns {Promise<{ page: import('playwright-core').Page, log: string[], close: () => Promise<void> }>} `log`: the page's console
 */
export async function openWorkbench(url, { width = 1280, height = 800 } = {}, language) {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(TIMEOUT_MS);
  if (language) {
    await page.addInitScript((name) => {
      globalThis._VSCODE_NLS_LANGUAGE = name;
    }, language);
  }
  const log = [];
  page.on('console', (message) => log.push(`${message.type()}: ${message.text()}`));
  try {
    await page.goto(url);
    await page.waitForSelector('.monaco-workbench .part.statusbar .statusbar-item');
    await page.waitForSelector('.explorer-folders-view .monaco-list-row');
  } catch (error) {
    await browser.close();
    throw new Error(`The workbench did not come up: ${error.message}\nThe page's console:\n${log.slice(-20).join('\n')}`);
  }
  return { page, log, close: () => browser.close() };
}

/** Opens a file of the workspace with quick open (Ctrl+P); `name` is its path relative to the folder, or a unique end of it. */
export async function openFile(page, name) {
  const base = name.split('/').at(-1);
  await page.keyboard.press('Control+P');
  const input = page.locator(`${QUICK_INPUT} .quick-input-box input`);
  await input.waitFor();
  await input.fill(name);
  // Enter takes the first entry, which for a moment is still the file opened last.
  await page.locator(`${QUICK_INPUT} .monaco-list-row[data-index="0"][aria-label^=${JSON.stringify(base)}]`).waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`.tab.active[data-resource-name=${JSON.stringify(base)}]`).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
  await editorFocused(page);
}

/** Runs a command of the command palette by its full title, such as `View: Toggle Terminal`. */
export async function runCommand(page, title) {
  const input = page.locator(`${QUICK_INPUT} .quick-input-box input`);
  const label = page.locator(`${QUICK_INPUT} .monaco-list-row .label-name`).getByText(title, { exact: true });
  // The list does not follow what changes after it was opened, such as a command that becomes available; and the command before may close
  // it again as it ends.
  for (let attempt = 1; ; attempt++) {
    try {
      await page.keyboard.press('F1');
      await input.waitFor({ timeout: 5000 });
      await input.fill(`>${title}`, { timeout: 2000 });
      return await label.first().click({ timeout: 2000 });
    } catch (error) {
      if (attempt === 5) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** Moves the cursor to a 1-based line and column of the active editor. */
export async function goTo(page, line, column = 1) {
  await page.keyboard.press('Control+G');
  const input = page.locator(`${QUICK_INPUT} .quick-input-box input`);
  await input.waitFor();
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item').getByText(`Ln ${line}, Col ${column}`).waitFor();
  await editorFocused(page);
}

function editorFocused(page) {
  return page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
}

/** Waits until the active editor shows at least one squiggle of that kind: `error`, `warning`, `info` or `hint`. */
export async function waitForSquiggle(page, kind) {
  await page.locator(`.editor-group-container.active .squiggly-${kind}`).first().waitFor();
}

/**
 * The squiggles in the visible part of the active editor, from top to bottom.
 * @returns {Promise<{ kind: string, line: number, text: string }[]>} `line` counts from 1; `text` is what is underlined
 */
export function squiggles(page) {
  return page.evaluate(() => {
    const editor = document.querySelector('.editor-group-container.active .monaco-editor');
    if (!editor) return [];
    const middle = (box) => (box.top + box.bottom) / 2;
    const rowAt = (selector, y) =>
      [...editor.querySelectorAll(selector)].find(
        (row) => row.getBoundingClientRect().top <= y && y < row.getBoundingClientRect().bottom,
      );
    const textWithin = (line, box) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let text = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = 0; at < node.data.length; at++) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { left, right } = range.getBoundingClientRect();
          const x = (left + right) / 2;
          if (x > box.left && x < box.right) text += node.data[at];
        }
      }
      return text.replaceAll('\u00a0', ' ');
    };
    return [...editor.querySelectorAll('.cdr[class*="squiggly-"]')]
      .map((mark) => ({ mark, box: mark.getBoundingClientRect() }))
      .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)
      .map(({ mark, box }) => {
        const line = rowAt('.view-line', middle(box));
        return {
          kind: /squiggly-(\w+)/.exec(mark.className)?.[1] ?? '',
          line: Number(rowAt('.margin-view-overlays > div', middle(box))?.textContent),
          text: line ? textWithin(line, box) : '',
        };
      });
  });
}

/**
 * Opens the quick-fix menu at the cursor (Ctrl+.) and leaves it open.
 * @returns {Promise<string[]>} its entries' titles from top to bottom, `More Actions...` and the like included
 * @throws an Error when VS Code offers nothing there, asked again for some seconds
 */
export async function openQuickFixMenu(page) {
  const first = page.locator(`${MENU} .monaco-list-row.action`).first();
  let shown = false;
  // The key does nothing, or finds nothing, while the window still takes in the last move or edit.
  for (let attempt = 0; attempt < 6 && !shown; attempt++) {
    await page.keyboard.press('Control+.');
    shown = await first.waitFor({ timeout: 1500 }).then(
      () => true,
      () => false,
    );
  }
  if (!shown) throw new Error('There is no quick fix at the cursor.');
  return (await page.locator(`${MENU} .monaco-list-row.action .title`).allTextContents()).map(plain);
}

/** The titles in the quick-fix menu at the cursor; the menu is closed again. */
export async function quickFixMenu(page) {
  const titles = await openQuickFixMenu(page);
  await page.keyboard.press('Escape');
  await page.locator(MENU).waitFor({ state: 'hidden' });
  return titles;
}

/** Applies the quick fix of that exact title at the cursor. */
export async function pickQuickFix(page, title) {
  const titles = await openQuickFixMenu(page);
  if (!titles.includes(title)) throw new Error(`The quick-fix menu has no “${title}”, only: ${titles.join(' | ')}`);
  // By keyboard: some versions put a pane over the menu for a moment that takes the clicks.
  const focused = page.locator(`${MENU} .monaco-list-row.action.focused .title`);
  for (let step = 0; step < titles.length && plain((await focused.textContent()) ?? '') !== title; step++) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.locator(MENU).waitFor({ state: 'hidden' });
}

/** Shows a view container by clicking its icon in the activity bar. */
export async function openView(page, containerTitle) {
  const has = page.locator(`.action-label[aria-label^=${JSON.stringify(containerTitle)}]`);
  const tab = page.locator('.part.activitybar [role="tab"]', { has });
  // A click on the icon of the open container would close it.
  if ((await tab.getAttribute('aria-expanded')) !== 'true') await tab.click();
  await page.locator('.part.activitybar [role="tab"][aria-expanded="true"]', { has }).waitFor();
}

/** The rows of a tree view that are on screen, from top to bottom; `level` counts from 1, `expanded` is undefined for a leaf. */
export async function treeRows(page, viewTitle) {
  const rows = tree(page, viewTitle).locator('.monaco-list-row');
  await rows.first().waitFor();
  return rows.evaluateAll((elements) =>
    elements
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((row) => ({
        level: Number(row.getAttribute('aria-level')),
        label: (row.querySelector('.label-name')?.textContent ?? '').replaceAll('\u00a0', ' '),
        description: (row.querySelector('.label-description')?.textContent ?? '').replaceAll('\u00a0', ' '),
        expanded: row.hasAttribute('aria-expanded') ? row.getAttribute('aria-expanded') === 'true' : undefined,
      })),
  );
}

/** Clicks the row of a tree view that has that label: opens what it stands for, or expands it. */
export async function clickTreeRow(page, viewTitle, label) {
  const name = tree(page, viewTitle).locator('.monaco-list-row .label-name').getByText(label, { exact: true });
  await name.first().click();
}

function tree(page, viewTitle) {
  return page.locator(`[role="tree"][aria-label=${JSON.stringify(viewTitle)}]`).first();
}

/** The entries of the Problems panel, which it opens: each as a screen reader says it, with message, source and position. */
export async function problems(page) {
  if (!(await page.locator('.markers-panel').isVisible())) await page.keyboard.press('Control+Shift+M');
  const rows = page.locator('.markers-panel .monaco-list-row');
  await rows.first().waitFor();
  return rows.evaluateAll((elements) => elements.map((row) => row.getAttribute('aria-label') ?? ''));
}

/** The text of the lines on screen in the active editor. */
export function editorText(page) {
  return page.locator('.editor-group-container.active .monaco-editor .view-line').evaluateAll((lines) =>
    lines
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' '))
      .join('\n'),
  );
}

/** Shows the hover at the cursor, as the keyboard does, and gives its text. */
export async function hoverText(page) {
  await runCommand(page, 'Show or Focus Hover');
  const hover = page.locator('.monaco-editor .monaco-hover:not(.hidden) .monaco-hover-content');
  await hover.waitFor();
  // What the user sees has line breaks between blocks, textContent has none.
  return plain(await hover.innerText());
}

/**
 * Waits until a notification says that text, in part or whole. With an extension under development VS Code shows no toasts,
 * so the notification centre is opened when there is none.
 * @returns {Promise<import('playwright-core').Locator>} the notification, of which `getByRole('button')` are the answers
 */
export async function waitForNotification(page, text) {
  const item = page.locator('.notification-list-item').filter({ hasText: text }).first();
  const toast = await item.waitFor({ timeout: 1000 }).then(
    () => true,
    () => false,
  );
  if (!toast) {
    await runCommand(page, 'Notifications: Show Notifications');
    await item.waitFor();
  }
  return item;
}

/**
 * Tries until nothing is thrown, which is how to assert on a screen that is about to change (after an edit, say).
 * @template T
 * @param {() => Promise<T> | T} attempt
 * @param {number} [timeoutMs] after this the last error is thrown
 * @returns {Promise<T>} what the attempt that succeeded gave
 */
export async function eventually(attempt, timeoutMs = 10_000) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/**
 * Saves what is on screen.
 * @param {string} name a name, for `.screenshots/NAME.png` in the project, or an absolute path
 * @returns {Promise<string>} the file's path
 */
export async function screenshot(page, name) {
  const file = isAbsolute(name) ? name : join(projectRoot, '.screenshots', extname(name) ? name : `${name}.png`);
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file });
  return file;
}

function plain(text) {
  return text.replaceAll('\u00a0', ' ').trim();
}
