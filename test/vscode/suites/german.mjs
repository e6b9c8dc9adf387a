// The extension in another language: manifest, client and server.
import assert from 'node:assert/strict';
import { eventually, goTo, openView, quickFixMenu, runCommand } from '../helpers.mjs';
import { suite } from '../suite.mjs';
import { COMPOSE, openCompose, openWindow, PRIVILEGED, placeOf } from '../window.mjs';

export const germanSuite = suite('In German', { seconds: 60, open: () => openWindow({ language: 'de' }) }, (test) => {
  test('offers fixes and ways to ignore', async ({ page }) => {
    await openCompose(page);
    await goTo(page, ...placeOf(COMPOSE, PRIVILEGED));
    const titles = await quickFixMenu(page);
    assert.deepEqual(titles.slice(0, 2), [
      'Remove privileged (kann das Verhalten ändern)',
      'compose/privileged-container hier ignorieren…',
    ]);
    assert.equal(titles.at(-1), 'compose/privileged-container erklären');
  });

  test('names its commands and groups', async ({ page }) => {
    await openCompose(page);
    await openView(page, 'Seaworthy');
    await runCommand(page, 'Seaworthy: Arbeitsbereich durchsuchen');
    await page
      .locator('.pane-body .message')
      .getByText(/^\d+ Dateien in .+ durchsucht/)
      .waitFor();
    const group = page.locator('.pane-body .monaco-list-row').first();
    await eventually(async () =>
      assert.match((await group.getAttribute('aria-label')) ?? '', /^Kritisch, \d+ Funde, \d+ kritisch$/),
    );
  });
});
