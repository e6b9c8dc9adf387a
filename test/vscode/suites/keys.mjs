// The findings view by keyboard, several findings at once, and what changes on the disk or by Git while it is open.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorText, eventually, openFile, openView, runCommand, treeRows } from '../helpers.mjs';
import { suite } from '../suite.mjs';
import { COMPOSE, COMPOSE_FIXED, MANIFEST, openCompose, openWindow, PRIVILEGED, placeOf } from '../window.mjs';

const VIEW = 'Findings';
const TITLE = 'Privileged container';
/** Stands in the tree as a row of its own below those of the rule. */
const SERVICE = 'unchanged';
const UNCHANGED = 'services:\n  unchanged:\n    image: nginx:1.29\n    privileged: true\n';

async function open() {
  const window = await openWindow({ files: { 'unchanged/compose.yaml': UNCHANGED }, prepare: commitAll });
  const { page } = window;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openView(page, 'Seaworthy');
  return window;
}

function commitAll(folder) {
  const git = (...args) => execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args]);
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'all');
}

const rows = (page) => treeRows(page, VIEW);
const row = (page, label) => page.locator('.pane-body .monaco-list-row', { hasText: label }).first();
const has = async (page, label) => (await rows(page)).some((one) => one.label === label);

async function openListed(page) {
  await openCompose(page);
  await eventually(async () => assert.ok(await has(page, TITLE)));
}

/** Selects rows of the tree and gives it the keyboard. */
async function select(page, ...labels) {
  const [first, ...others] = labels;
  await row(page, first).click();
  for (const label of others) await row(page, label).click({ modifiers: ['Control'] });
  await runCommand(page, 'Seaworthy: Focus on Findings View');
  await eventually(async () => {
    const selected = await page.locator('.pane-body .monaco-list-row.selected .label-name').allTextContents();
    assert.deepEqual(selected.sort(), [...labels].sort());
  });
  await page.locator('.pane-body .monaco-list.element-focused, .pane-body .monaco-list:focus').first().waitFor();
}

export const keysSuite = suite('Keys, many, disk and Git', { seconds: 150, open }, (test) => {
  test('F fixes what is selected', async ({ page }) => {
    await openListed(page);
    await select(page, TITLE);
    await page.keyboard.press('f');
    await eventually(async () => assert.equal(await editorText(page), COMPOSE_FIXED));
  });

  test('F on several shows what it would change, and changes all of it', async ({ page }) => {
    await openListed(page);
    await select(page, TITLE, 'Container runtime socket mounted');
    await page.keyboard.press('f');
    const apply = page.getByRole('button', { name: 'Apply' });
    await apply.waitFor();
    await apply.click();
    await eventually(async () => {
      assert.ok(!(await has(page, TITLE)), 'it is still there');
      assert.ok(!(await editorText(page)).includes(PRIVILEGED));
    });
  });

  test('Ctrl+C copies what is selected as text', async ({ page }) => {
    await openListed(page);
    await select(page, TITLE);
    await page.keyboard.press('Control+C');
    const [line] = placeOf(COMPOSE, PRIVILEGED);
    await eventually(async () => {
      const text = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(text, new RegExp(`^compose\\.yaml:${line} critical compose/privileged-container \\S.+$`));
    });
  });

  test('follows what changes on the disk in files that were scanned', async ({ page, folder }) => {
    const file = join(folder, 'unchanged/compose.yaml');
    await runCommand(page, 'Seaworthy: Scan Workspace');
    await eventually(async () => assert.ok(await has(page, SERVICE)));
    await openFile(page, 'k8s/api.yaml');
    writeFileSync(file, 'services: {}\n');
    await eventually(async () => assert.ok(!(await has(page, SERVICE)), 'it is still there'));
    writeFileSync(file, UNCHANGED);
    await eventually(async () => assert.ok(await has(page, SERVICE)));
  });

  test('shows only files that Git calls changed, when asked to', async ({ page, folder }) => {
    const file = join(folder, 'k8s/api.yaml');
    await runCommand(page, 'Seaworthy: Scan Workspace');
    await eventually(async () => assert.ok(await has(page, SERVICE)));
    writeFileSync(file, `${MANIFEST}# changed\n`);
    await runCommand(page, 'Seaworthy: Filter Findings…');
    const entry = page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'In files changed' });
    await entry.waitFor();
    await page.keyboard.type('In files changed');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page
      .locator('.pane-body .message')
      .getByText(/^Filtered: \d+ of \d+ · changed files$/)
      .waitFor();
    await eventually(async () => {
      const leaves = (await rows(page)).filter(({ expanded }) => expanded === undefined);
      assert.ok(leaves.length > 0);
      for (const { description } of leaves) assert.match(description, /api\.yaml/);
    });
    writeFileSync(file, readFileSync(file, 'utf8').replace('# changed\n', ''));
    await runCommand(page, 'Seaworthy: Clear Filters');
    await eventually(async () => assert.ok(await has(page, SERVICE)));
  });
});
