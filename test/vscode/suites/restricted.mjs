// Restricted Mode: a folder that the user does not trust is what a linter is for.
import assert from 'node:assert/strict';
import { editorText, eventually, goTo, openView, pickQuickFix, runCommand, treeRows } from '../helpers.mjs';
import { suite } from '../suite.mjs';
import { COMPOSE, COMPOSE_FIXED, openCompose, openWindow, PRIVILEGED, PRIVILEGED_FIX, placeOf } from '../window.mjs';

export const restrictedSuite = suite('Restricted Mode', { seconds: 60, open: () => openWindow({ trust: false }) }, (test) => {
  test('finds and fixes as usual', async ({ page }) => {
    await page.locator('.statusbar-item').getByText('Restricted Mode').waitFor();
    await openCompose(page);
    await goTo(page, ...placeOf(COMPOSE, PRIVILEGED));
    await pickQuickFix(page, PRIVILEGED_FIX);
    await eventually(async () => assert.equal(await editorText(page), COMPOSE_FIXED));
  });

  test('scans as usual', async ({ page }) => {
    await openView(page, 'Seaworthy');
    await runCommand(page, 'Seaworthy: Scan Workspace');
    await eventually(async () => {
      const rows = await treeRows(page, 'Findings');
      assert.ok(
        rows.some(({ description }) => description.includes('api.yaml:')),
        JSON.stringify(rows),
      );
    });
  });
});
