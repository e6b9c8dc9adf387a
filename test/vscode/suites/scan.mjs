// A scan of a workspace that is large enough to stop it on its way.
import assert from 'node:assert/strict';
import { eventually, openView, problems, runCommand, treeRows } from '../helpers.mjs';
import { suite } from '../suite.mjs';
import { MANIFEST, openWindow } from '../window.mjs';

const COPIES = 600;
const FILES = Object.fromEntries(
  Array.from({ length: COPIES }, (_, i) => [
    `copies/${i % 20}/api-${i}.yaml`,
    MANIFEST.replaceAll('name: api', `name: api-${i}`),
  ]),
);

async function open() {
  const window = await openWindow({ files: FILES });
  await openView(window.page, 'Seaworthy');
  return window;
}

function message(page) {
  return page.locator('.pane-body .message');
}

async function total(page) {
  const counts = (await treeRows(page, 'Findings'))
    .filter(({ level }) => level === 1)
    .map(({ description }) => Number(description));
  return counts.reduce((sum, count) => sum + count, 0);
}

export const scanSuite = suite('Workspace scan', { seconds: 90, open }, (test) => {
  test('shows how far it is, stops when told to, and keeps what it found', async ({ page }) => {
    const seen = watchMessages(page);
    await page.locator('.welcome-view-content').getByRole('button', { name: 'Scan Workspace' }).click();
    // Not before something was scanned: then there is something to keep.
    await message(page)
      .getByText(/^Scanning: [1-9]\d* of \d+ files…$/)
      .waitFor();
    await page.locator('.action-label[aria-label="Stop Scan"]').first().click();
    await message(page)
      .getByText(/^Stopped at \d+ of \d+ files\. What was found is kept\.$/)
      .waitFor();
    const [, done, all] = /Stopped at (\d+) of (\d+)/.exec(await message(page).textContent()) ?? [];
    assert.ok(Number(done) > 0 && Number(done) < Number(all), `stopped at ${done} of ${all}`);
    assert.ok(
      (await seen()).some((text) => /^Scanning: \d+ of \d+ files…$/.test(text)),
      (await seen()).join(' | '),
    );
    assert.ok((await total(page)) > 0);
  });

  test('scans to the end when asked again', async ({ page }) => {
    const before = await total(page);
    await runCommand(page, 'Seaworthy: Scan Workspace');
    await message(page)
      .getByText(/^\d+ files scanned in /)
      .waitFor({ timeout: 40_000 });
    const [, files] = /^(\d+) files/.exec(await message(page).textContent()) ?? [];
    assert.ok(Number(files) >= COPIES, `${files} files`);
    await eventually(async () => assert.ok((await total(page)) > before));
    // A manifest has a critical finding at least, and the scan reports every one of them.
    const [critical] = await treeRows(page, 'Findings');
    assert.ok(Number(critical.description) >= COPIES, JSON.stringify(critical));
  });

  test('fills the Problems panel with files that are not open', async ({ page }) => {
    const entries = await problems(page);
    assert.ok(
      entries.some((entry) => /\d+ problems in file Dockerfile/.test(entry)),
      entries.join('\n'),
    );
  });
});

/** Collects what the line above the tree says from now on. */
function watchMessages(page) {
  const started = page.evaluate(() => {
    window.seaworthyMessages = [];
    const look = () => {
      const text = document.querySelector('.pane-body .message')?.textContent;
      if (text && window.seaworthyMessages.at(-1) !== text) window.seaworthyMessages.push(text);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return async () => {
    await started;
    return page.evaluate(() => window.seaworthyMessages);
  };
}
