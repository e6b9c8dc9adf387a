// The packaged extension, installed and used as a user does.
import assert from 'node:assert/strict';
import { editorText, eventually, goTo, openView, pickQuickFix, treeRows } from '../helpers.mjs';
import { suite } from '../suite.mjs';
import { COMPOSE, COMPOSE_FIXED, openCompose, openWindow, PRIVILEGED, PRIVILEGED_FIX, placeOf } from '../window.mjs';

/** As VS Code comes: what an extension opens by itself would show. */
const SETTINGS = { 'workbench.welcomePage.walkthroughs.openOnInstall': true, 'workbench.tips.enabled': true };

/** Long enough for something that pops up by itself. */
const QUIET_MS = 2500;

/** @param {string} vsix the package's file */
export function packageSuite(vsix) {
  const open = () => openWindow({ vsix, settings: SETTINGS });
  return suite('Packaged extension', { seconds: 60, open }, (test) => {
    test('opens nothing and says nothing by itself, before and after a file of ours is opened', async ({ page }) => {
      await page.waitForTimeout(QUIET_MS);
      await nothingPopsUp(page);
      assert.equal(await page.locator('.editor-group-container .tab').count(), 0);
      await openCompose(page);
      await page.waitForTimeout(QUIET_MS);
      await nothingPopsUp(page);
      assert.equal(await page.locator('.editor-group-container .tab').count(), 1);
    });

    test('underlines and fixes', async ({ page }) => {
      await openCompose(page);
      await goTo(page, ...placeOf(COMPOSE, PRIVILEGED));
      await pickQuickFix(page, PRIVILEGED_FIX);
      await eventually(async () => assert.equal(await editorText(page), COMPOSE_FIXED));
    });

    test('brings its rule pages', async ({ page }) => {
      await openCompose(page);
      await goTo(page, ...placeOf(COMPOSE, PRIVILEGED));
      await pickQuickFix(page, 'Explain compose/privileged-container');
      const body = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('.markdown-body');
      await body.getByRole('heading', { name: 'Why it matters' }).waitFor();
    });

    test('brings its view', async ({ page }) => {
      await openCompose(page);
      await openView(page, 'Seaworthy');
      assert.equal((await treeRows(page, 'Findings'))[0].label, 'Critical');
    });
  });
}

async function nothingPopsUp(page) {
  assert.deepEqual(await page.locator('.notification-toast').allTextContents(), []);
  assert.equal(await page.locator('.monaco-dialog-box').count(), 0);
}
