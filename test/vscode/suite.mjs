// A tiny test collector: what Playwright's or Mocha's runner would be too much for.
import assert from 'node:assert/strict';
import { eventually, runCommand, screenshot } from './helpers.mjs';

const TEST_SECONDS = 60;
const LOG_LINES = 15;
// What the window logs in every run: native modules that are not built, a network that may not be there.
const NOISE = /bindings file|spdlog|watchdog|Failed to load|\(404\)|color: #33f|iframe|No search provider|Please consult the log/;

/**
 * What a suite tells of each of its tests when it has ended.
 * @callback Report
 * @param {string} test the test's name
 * @param {number} milliseconds
 * @param {unknown} [error] why it failed
 * @returns {void}
 */

/**
 * A group of tests that share one window.
 * @typedef {{ title: string, seconds: number, run: (report: Report) => Promise<void> }} Suite `seconds`: how long it may take
 */

/**
 * A suite of the workbench. Tests run one after another in the same window, which is cleared in between: menus are closed, and
 * editors too, without saving.
 * @template {{ page: import('playwright-core').Page, log: string[], close: () => Promise<void> }} W
 * @param {string} title
 * @param {object} options
 * @param {number} options.seconds how long the whole suite may take
 * @param {() => Promise<W>} options.open opens the window
 * @param {(test: (name: string, body: (window: W) => Promise<void>) => void) => void} define declares the tests, in order
 * @returns {Suite}
 */
export function suite(title, { seconds, open }, define) {
  const tests = [];
  define((name, body) => tests.push({ name, body }));
  const run = async (report) => {
    const window = await open();
    try {
      for (const { name, body } of tests) {
        const start = Date.now();
        try {
          await within(TEST_SECONDS, body(window));
          report(name, Date.now() - start);
        } catch (error) {
          report(name, Date.now() - start, await withEvidence(error, window, `${title} - ${name}`));
        }
        await clear(window.page).catch(() => undefined);
      }
    } finally {
      await window.close();
    }
  };
  return { title, seconds, run };
}

/** Rejects when `work` takes longer than so many seconds; what it does goes on. */
export async function within(seconds, work) {
  let timer;
  const tooLong = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`It did not end within ${seconds} s.`)), seconds * 1000);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** The error with what the page logged and where its picture is. */
async function withEvidence(error, { page, log }, name) {
  const picture = await screenshot(page, name.replace(/[^\w-]+/g, '-')).catch(() => 'none could be made');
  const lines = log.filter((line) => !NOISE.test(line)).map((line) => `    ${line.split('\n', 1)[0].slice(0, 300)}`);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new Error([text, `Screenshot: ${picture}`, 'The page logged last:', ...lines.slice(-LOG_LINES)].join('\n'));
}

/** Closes menus and editors; edits are given up. */
async function clear(page) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const tabs = page.locator('.editor-group-container .tab');
  for (let left = await tabs.count(); left > 0; left--) {
    await runCommand(page, 'View: Revert and Close Editor');
    await eventually(async () => assert.ok((await tabs.count()) < left));
  }
}
