// Silencing by keyboard, what the tree tells of it, its search, and fixing many with a look before.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clickTreeRow, editorText, eventually, goTo, openView, runCommand, screenshot, treeRows } from '../helpers.mjs';
import { suite } from '../suite.mjs';
import { COMPOSE, openCompose, openWindow, PRIVILEGED, placeOf } from '../window.mjs';

const VIEW = 'Findings';
const RULE = 'compose/privileged-container';
const TITLE = 'Privileged container';
const BIG = `services:\n  web:\n    image: nginx\n${'# filler\n'.repeat(10_000)}`;

async function open() {
  const window = await openWindow({ files: { 'big/compose.yaml': BIG }, settings: { 'seaworthy.maxFileSizeKB': 64 } });
  await openView(window.page, 'Seaworthy');
  return window;
}

const rows = (page) => treeRows(page, VIEW);
const has = async (page, label) => (await rows(page)).some((row) => row.label === label);

async function openListed(page) {
  await openCompose(page);
  await eventually(async () => assert.ok(await has(page, TITLE)));
}

/** Picks the entry of a quick pick that starts so. */
async function pick(page, entry) {
  await page.locator('.quick-input-widget .monaco-list-row .label-name').getByText(entry).first().waitFor();
  // What is only typed goes to the editor until the pick has the keyboard.
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await input.fill(entry);
  await input.press('Enter');
}

async function selectedRow(page) {
  return page.locator('.pane-body .monaco-list-row.selected .label-name').first().textContent();
}

async function groupBy(page, grouping) {
  await runCommand(page, 'Seaworthy: Group Findings By…');
  await pick(page, grouping);
}

export const silencingSuite = suite('Silencing, searching, fixing many', { seconds: 150, open }, (test) => {
  test('ignores what is at the cursor in two keys: how far is asked, the reason is selected', async ({ page }) => {
    await openListed(page);
    await goTo(page, ...placeOf(COMPOSE, PRIVILEGED));
    await page.keyboard.press('Control+F9');
    const entries = page.locator('.quick-input-widget .monaco-list-row .label-name');
    await eventually(async () =>
      assert.deepEqual(await entries.allTextContents(), [
        'Here',
        'For worker',
        'In all of compose.yaml',
        'For compose.yaml',
        `Switch ${RULE} off everywhere`,
        'Accept this one finding',
      ]),
    );
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item').getByText('(6 selected)').waitFor();
    await page.keyboard.type('needs the device');
    await eventually(async () =>
      assert.match(await editorText(page), new RegExp(`# seaworthy-ignore ${RULE} -- needs the device`)),
    );
    await eventually(async () => assert.ok(!(await has(page, TITLE))));
  });

  test('shows on demand what is silenced, by whom and why, and opens it there', async ({ page }) => {
    await openListed(page);
    await goTo(page, ...placeOf(COMPOSE, PRIVILEGED));
    await page.keyboard.press('Control+F9');
    await pick(page, 'Here');
    await page.locator('.statusbar-item').getByText('(6 selected)').waitFor();
    await page.keyboard.type('reviewed in May');
    await runCommand(page, 'Seaworthy: Show or Hide Silenced Findings');
    await eventually(async () => assert.ok(await has(page, 'Silenced')));
    await clickTreeRow(page, VIEW, 'Silenced');
    const row = await eventually(async () => {
      const found = (await rows(page)).find(({ label, level }) => label === TITLE && level === 2);
      assert.match(found?.description ?? '', /^compose\.yaml:\d+ {2}by a comment {2}reviewed in May$/);
      return found;
    });
    await clickTreeRow(page, VIEW, row.label);
    const [line] = placeOf(COMPOSE, 'privileged:');
    await page
      .locator('.statusbar-item')
      .getByText(new RegExp(`^Ln ${line}, .*selected`))
      .waitFor();
    await runCommand(page, 'Seaworthy: Show or Hide Silenced Findings');
    await eventually(async () => assert.ok(!(await has(page, 'Silenced'))));
  });

  test('has keys for a row: E explains, I ignores in the config, which is created', async ({ page, folder }) => {
    await openListed(page);
    await clickTreeRow(page, VIEW, TITLE);
    await page.keyboard.press('e');
    await page.locator('.tab.active').getByText('privileged-container').waitFor();
    await clickTreeRow(page, VIEW, TITLE);
    await page.keyboard.press('i');
    await pick(page, 'For compose.yaml');
    await page.locator('.tab.active[data-resource-name=".seaworthy.yaml"]').waitFor();
    await page.locator('.statusbar-item').getByText('(6 selected)').waitFor();
    assert.match(await editorText(page), new RegExp(`${RULE}: "off" # reason`));
    await eventually(async () => assert.ok(!(await has(page, TITLE))));
    await runCommand(page, 'View: Revert and Close Editor');
    await eventually(() => assert.ok(existsSync(join(folder, '.seaworthy.yaml'))));
    await eventually(async () => assert.ok(await has(page, TITLE)));
  });

  test('takes several rows at once: Delete puts them into the baseline, which is then known', async ({ page, folder }) => {
    await openListed(page);
    const names = [TITLE, 'Dangerous capability added'];
    await clickTreeRow(page, VIEW, names[0]);
    await page.locator('.pane-body .monaco-list-row', { hasText: names[1] }).click({ modifiers: ['Control'] });
    await page.keyboard.press('Delete');
    await eventually(async () => {
      const left = (await rows(page)).map(({ label }) => label);
      assert.deepEqual(
        names.filter((name) => left.includes(name)),
        [],
      );
    });
    const lines = () => readFileSync(join(folder, '.seaworthy-baseline.json'), 'utf8').match(/"fingerprint"/g).length;
    await eventually(() => assert.equal(lines(), 2));
    await runCommand(page, 'Seaworthy: Clear Baseline');
    await eventually(async () => assert.ok(await has(page, TITLE)));
  });

  test('stays on the row that was clicked, although another finding stands at the same place', async ({ page }) => {
    await openListed(page);
    await groupBy(page, 'File');
    const row = page.locator('.pane-body .monaco-list-row', { hasText: ':33' });
    await eventually(async () => assert.ok((await row.count()) > 1));
    for (const at of [0, 1]) {
      await row.nth(at).click();
      const label = await row.nth(at).locator('.label-name').textContent();
      await page.waitForTimeout(400);
      assert.equal(await selectedRow(page), label);
    }
    await groupBy(page, 'Severity');
  });

  test('searches while one types, says so, and gives it up with Escape', async ({ page }) => {
    await openListed(page);
    const all = await rows(page);
    await runCommand(page, 'Seaworthy: Search Findings…');
    await page.locator('.quick-input-widget input[placeholder^="Words of"]').fill('privileged worker');
    await eventually(async () => {
      const leaves = (await rows(page)).filter(({ expanded }) => expanded === undefined);
      assert.deepEqual(
        leaves.map(({ label }) => label),
        [TITLE],
      );
    });
    await page.keyboard.press('Enter');
    await page
      .locator('.pane-body .message')
      .getByText(/^Filtered: 1 of \d+ · “privileged worker”$/)
      .waitFor();
    await runCommand(page, 'Seaworthy: Clear Filters');
    await eventually(async () => assert.deepEqual(await rows(page), all));
  });

  test('groups by attack vector', async ({ page }) => {
    await openListed(page);
    await groupBy(page, 'Attack Vector');
    await eventually(async () => {
      const roots = (await rows(page)).filter(({ level }) => level === 1).map(({ label }) => label);
      assert.equal(roots[0], 'Container Escape');
      for (const name of ['Privilege Escalation', 'Secret Exposure', 'Network Exposure'])
        assert.ok(roots.includes(name), roots.join());
    });
    await groupBy(page, 'Severity');
    await eventually(async () => assert.equal((await rows(page))[0].label, 'Critical'));
  });

  test('follows the cursor without taking the keyboard', async ({ page }) => {
    await openListed(page);
    await goTo(page, ...placeOf(COMPOSE, PRIVILEGED));
    await eventually(async () => assert.equal(await selectedRow(page), TITLE));
    await page.keyboard.type('x');
    await eventually(async () => assert.ok((await editorText(page)).includes(`x${PRIVILEGED}`), 'typing goes to the editor'));
  });

  test('explains a finding in its tooltip', async ({ page }) => {
    await openListed(page);
    await page.locator('.pane-body .monaco-list-row', { hasText: TITLE }).first().hover();
    const tooltip = page.locator('.monaco-hover:visible');
    await tooltip.getByText('About compose/privileged-container').waitFor();
    await tooltip.getByText('Ignore…').waitFor();
    assert.match(await tooltip.first().innerText(), /attacker|host/i);
  });

  test('names the files that a scan skipped, with why', async ({ page }) => {
    await runCommand(page, 'Seaworthy: Scan Workspace');
    await eventually(async () => assert.ok(await has(page, 'Skipped Files')));
    await clickTreeRow(page, VIEW, 'Skipped Files');
    await eventually(async () => {
      const row = (await rows(page)).find(({ description }) => /too large|larger|kB/.test(description));
      assert.equal(row?.label, 'compose.yaml');
    });
  });

  test('fixes everything below a node after a look, and says what is left and why', async ({ page, folder }) => {
    await openListed(page);
    await groupBy(page, 'File');
    const row = page.locator('.pane-body .monaco-list-row', { hasText: 'worker.Dockerfile' }).first();
    await row.waitFor();
    const before = readFileSync(join(folder, 'api/worker.Dockerfile'), 'utf8');
    await row.click({ button: 'right' });
    // By keyboard: a menu takes no click right after it was opened.
    await page.locator('.context-view .action-label').getByText('Harden Everything Below…').hover();
    await page.keyboard.press('Enter');
    const apply = page.getByRole('button', { name: 'Apply' });
    await apply.waitFor();
    // The fix itself is ticked: the user only takes out what is not wanted.
    await page.locator('.monaco-list-row', { hasText: 'USER root' }).locator('input:checked, .codicon-check').first().waitFor();
    await screenshot(page, 'refactor-preview');
    assert.equal(readFileSync(join(folder, 'api/worker.Dockerfile'), 'utf8'), before);
    await apply.click();
    await page
      .locator('.pane-body .message')
      .getByText(/^\d+ fixed in 1 file(, \d+ left: .*)?\.?/)
      .waitFor();
    await groupBy(page, 'Severity');
  });

  test('lists every rule with its state, and opens its page', async ({ page }) => {
    await openListed(page);
    await runCommand(page, 'Seaworthy: Open Rule Documentation…');
    await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
    await page.keyboard.type('docker-socket-mount');
    const entry = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'compose/docker-socket-mount' });
    await entry.getByText(/checked/).waitFor();
    await entry.first().click();
    await page.locator('.tab.active').getByText('docker-socket-mount').waitFor();
  });
});
