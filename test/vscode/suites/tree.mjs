// The findings view.
import assert from 'node:assert/strict';
import { clickTreeRow, editorText, eventually, openView, runCommand, treeRows } from '../helpers.mjs';
import { suite } from '../suite.mjs';
import { COMPOSE, COMPOSE_FIXED, openCompose, openWindow, ownBadge, PRIVILEGED, placeOf } from '../window.mjs';

const VIEW = 'Findings';
const SEVERITIES = ['Critical', 'High', 'Medium', 'Low', 'Info'];

async function open() {
  const window = await openWindow();
  await openView(window.page, 'Seaworthy');
  return window;
}

/** Opens the Compose file and waits until the tree has its findings. */
async function openListed(page) {
  await openCompose(page);
  await eventually(async () => assert.ok((await rows(page)).some(({ label }) => label === 'Privileged container')));
}

async function rows(page) {
  return treeRows(page, VIEW);
}

async function roots(page) {
  return (await rows(page)).filter(({ level }) => level === 1);
}

/** Picks an entry of the quick pick that a command opens. */
async function pick(page, command, entry) {
  await runCommand(page, command);
  const row = page.locator('.quick-input-widget .monaco-list-row .label-name').getByText(entry, { exact: true });
  await row.waitFor();
  await page.keyboard.type(entry);
  await page.keyboard.press('Enter');
}

async function groupBy(page, grouping) {
  await pick(page, 'Seaworthy: Group Findings By…', grouping);
}

export const treeSuite = suite('Findings view', { seconds: 120, open }, (test) => {
  test('says what it is for when nothing was found yet, and offers a scan', async ({ page }) => {
    const welcome = page.locator('.welcome-view-content');
    await welcome.getByText('Nothing was found in them so far.').waitFor();
    await welcome.getByRole('button', { name: 'Scan Workspace' }).waitFor();
  });

  test('groups by severity, worst first, each with its count', async ({ page }) => {
    await openListed(page);
    const groups = await roots(page);
    const order = groups.map(({ label }) => SEVERITIES.indexOf(label));
    assert.ok(
      order.every((rank, at) => rank >= 0 && (at === 0 || rank > order[at - 1])),
      JSON.stringify(groups),
    );
    const all = await rows(page);
    for (const { label, description } of groups.filter(({ expanded }) => expanded)) {
      const start = all.findIndex((row) => row.level === 1 && row.label === label) + 1;
      const next = all.findIndex((row, at) => at >= start && row.level === 1);
      const below = all.slice(start, next < 0 ? undefined : next).filter(({ level }) => level === 2);
      // Several findings of one rule are a group of their own, which says `compose/some-rule  2 critical`.
      const sum = below.reduce(
        (count, row) => count + (row.expanded === undefined ? 1 : Number(/(\d+) \w+$/.exec(row.description)?.[1])),
        0,
      );
      assert.equal(Number(description), sum, `${label} says ${description}`);
    }
    const privileged = all.find(({ label }) => label === 'Privileged container');
    assert.equal(privileged.description, `worker  compose.yaml:${placeOf(COMPOSE, PRIVILEGED)[0]}`);
  });

  test('has a badge with the number of critical and high findings', async ({ page }) => {
    await openListed(page);
    const groups = await roots(page);
    const urgent = groups
      .filter(({ label }) => ['Critical', 'High'].includes(label))
      .reduce((sum, { description }) => sum + Number(description), 0);
    await eventually(async () => assert.equal(await ownBadge(page).textContent(), String(urgent)));
  });

  test('groups by file, by resource and by rule', async ({ page }) => {
    await openListed(page);
    await groupBy(page, 'File');
    await eventually(async () => {
      const [file, ...others] = await roots(page);
      assert.deepEqual(others, []);
      assert.equal(file.label, 'compose.yaml');
      assert.match(file.description, /^\d+ critical · \d+ high · /);
    });
    await groupBy(page, 'Resource');
    await eventually(async () => {
      const second = (await rows(page)).filter(({ level }) => level === 2).map(({ label }) => label);
      const expected = ['proxy', 'worker', 'db'];
      assert.deepEqual(
        second.filter((label) => expected.includes(label)),
        expected,
        'in the order of the text',
      );
    });
    await groupBy(page, 'Rule');
    await eventually(async () => {
      const labels = (await roots(page)).map(({ label }) => label);
      assert.ok(labels.includes('Privileged container'));
      assert.equal(new Set(labels).size, labels.length);
    });
    await groupBy(page, 'Severity');
    await eventually(async () => assert.equal((await roots(page))[0].label, 'Critical'));
  });

  test('shows only what the filter lets through, says so, and shows all again', async ({ page }) => {
    await openListed(page);
    const before = await roots(page);
    await runCommand(page, 'Seaworthy: Filter Findings…');
    const entry = page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'Critical' });
    await entry.waitFor();
    await page.keyboard.type('Critical');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await eventually(async () =>
      assert.deepEqual(
        (await roots(page)).map(({ label }) => label),
        before.map(({ label }) => label).slice(1),
      ),
    );
    await page
      .locator('.pane-body .message')
      .getByText(/^Filtered: \d+ of \d+ · high, medium, low, info$/)
      .waitFor();
    await runCommand(page, 'Seaworthy: Clear Filters');
    await eventually(async () => assert.deepEqual(await roots(page), before));
  });

  test('tells a screen reader of each finding how severe it is, what it is, and where', async ({ page }) => {
    await openListed(page);
    const label = await page.locator('.monaco-list-row', { hasText: 'Privileged container' }).getAttribute('aria-label');
    const [line] = placeOf(COMPOSE, PRIVILEGED);
    assert.match(label ?? '', new RegExp(`^Critical, .*rule compose/privileged-container, .*compose\\.yaml line ${line}`));
  });

  test('opens a finding at its place', async ({ page }) => {
    await openListed(page);
    await clickTreeRow(page, VIEW, 'Privileged container');
    const [line, column] = placeOf(COMPOSE, PRIVILEGED);
    const selected = `Ln ${line}, Col ${column + PRIVILEGED.length} (${PRIVILEGED.length} selected)`;
    await page.locator('.statusbar-item').getByText(selected).waitFor();
  });

  test('fixes a finding from its row, and the row goes', async ({ page }) => {
    await openListed(page);
    const row = page.locator('.monaco-list-row', { hasText: 'Privileged container' });
    await row.hover();
    await row.locator('.action-label[aria-label^="Fix"]').click();
    await eventually(async () => assert.equal(await editorText(page), COMPOSE_FIXED));
    await eventually(async () => assert.ok(!(await rows(page)).some(({ label }) => label === 'Privileged container')));
  });

  test('ignores a finding from its row with a reason to fill in', async ({ page }) => {
    await openListed(page);
    const row = page.locator('.monaco-list-row', { hasText: 'Privileged container' });
    await row.hover();
    await row.locator('.action-label[aria-label="Ignore Here"]').click();
    await page.locator('.statusbar-item').getByText('(6 selected)').waitFor();
    await page.keyboard.type('needs the device');
    await eventually(async () =>
      assert.match(await editorText(page), /# seaworthy-ignore compose\/privileged-container -- needs the device/),
    );
    await eventually(async () => assert.ok(!(await rows(page)).some(({ label }) => label === 'Privileged container')));
  });
});
