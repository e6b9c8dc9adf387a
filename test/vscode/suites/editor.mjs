// Editing a Compose file with nothing but the keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  editorText,
  eventually,
  goTo,
  hoverText,
  openFile,
  pickQuickFix,
  quickFixMenu,
  runCommand,
  squiggles,
  waitForSquiggle,
} from '../helpers.mjs';
import { suite } from '../suite.mjs';
import { COMPOSE, COMPOSE_FIXED, MANIFEST, openCompose, openWindow, PRIVILEGED, PRIVILEGED_FIX, placeOf } from '../window.mjs';

const UNUSED = 'services:\n  # seaworthy-ignore compose/no-such-rule\n  web:\n    image: nginx:1.29\n    ports: ["80:80"]\n';

const FILES = {
  'old-stack.yml': UNUSED,
};

function showsText(page, text) {
  return eventually(async () => assert.equal(await editorText(page), text));
}

async function underlines(page) {
  return (await squiggles(page)).map(({ kind, line, text }) => `${line} ${kind} ${text}`);
}

export const editorSuite = suite('Editor, by keyboard', { seconds: 120, open: () => openWindow({ files: FILES }) }, (test) => {
  test('underlines what is dangerous, and only that, in the colour of its severity', async ({ page }) => {
    await openCompose(page);
    await eventually(async () => {
      const shown = await underlines(page);
      for (const [kind, text] of [
        ['info', 'proxy'],
        ['warning', '"8080:8080"'],
        ['error', '/var/run/docker.sock'],
        ['error', PRIVILEGED],
        ['error', 'SYS_ADMIN'],
      ]) {
        const expected = `${placeOf(COMPOSE, text === 'proxy' ? 'proxy:' : text)[0]} ${kind} ${text}`;
        assert.ok(shown.includes(expected), `${expected} is not among\n${shown.join('\n')}`);
      }
      assert.ok(!shown.some((one) => one.includes('127.0.0.1')));
    });
  });

  test('applies a fix from the menu exactly, and undoes it', async ({ page, folder }) => {
    await openCompose(page);
    await goTo(page, ...placeOf(COMPOSE, PRIVILEGED));
    const titles = await quickFixMenu(page);
    assert.equal(titles[0], PRIVILEGED_FIX);
    await pickQuickFix(page, PRIVILEGED_FIX);
    await showsText(page, COMPOSE_FIXED);
    await eventually(async () => assert.ok(!(await underlines(page)).some((one) => one.includes(PRIVILEGED))));
    await page.keyboard.press('Control+s');
    await eventually(() => assert.equal(readFileSync(join(folder, 'compose.yaml'), 'utf8'), COMPOSE_FIXED));
    await page.keyboard.press('Control+z');
    await showsText(page, COMPOSE);
    await eventually(async () => assert.ok((await underlines(page)).some((one) => one.includes(PRIVILEGED))));
    await page.keyboard.press('Control+s');
    await eventually(() => assert.equal(readFileSync(join(folder, 'compose.yaml'), 'utf8'), COMPOSE));
  });

  test('writes an ignore comment whose reason is selected: typing replaces it', async ({ page }) => {
    await openCompose(page);
    await goTo(page, ...placeOf(COMPOSE, '"80:80"'));
    await pickQuickFix(page, 'Ignore compose/port-all-interfaces here…');
    await eventually(async () => assert.match(await editorText(page), /seaworthy-ignore compose\/port-all-interfaces -- reason/));
    await page.locator('.statusbar-item').getByText('(6 selected)').waitFor();
    await page.keyboard.type('public on purpose');
    const comment = '      # seaworthy-ignore compose/port-all-interfaces -- public on purpose\n';
    await showsText(
      page,
      COMPOSE.replace('      - "80:80"\n', (line) => comment + line),
    );
    await eventually(async () => {
      const shown = await underlines(page);
      assert.ok(!shown.some((one) => one.endsWith('"80:80"')));
      assert.ok(shown.some((one) => one.endsWith('"8080:8080"')));
    });
  });

  test('selects what a fix leaves to complete', async ({ page }) => {
    await openFile(page, 'k8s/api.yaml');
    await waitForSquiggle(page, 'error');
    await goTo(page, ...placeOf(MANIFEST, 'rk_test'));
    await pickQuickFix(page, 'Take STRIPE_SECRET_KEY from a Secret (to be completed)');
    await page
      .locator('.statusbar-item')
      .getByText(/\(\d+ selected\)/)
      .waitFor();
    await page.keyboard.type('stripe');
    await eventually(async () => assert.match(await editorText(page), /secretKeyRef:\n +name: stripe\n/));
  });

  test('fixes all safe findings of the file by one command, and leaves the others', async ({ page }) => {
    await openFile(page, 'old-stack.yml');
    await waitForSquiggle(page, 'warning');
    await runCommand(page, 'Seaworthy: Fix All Safe Findings in File');
    await showsText(page, UNUSED.replace('  # seaworthy-ignore compose/no-such-rule\n', ''));
    await page.locator('.statusbar-item').getByText('1 fixed').first().waitFor();
  });

  test('explains a finding where the keyboard asks for it', async ({ page }) => {
    await openCompose(page);
    await goTo(page, ...placeOf(COMPOSE, 'SYS_ADMIN'));
    await eventually(async () => {
      // Our hover is added to that of the diagnostic when it arrives.
      const text = await hoverText(page);
      assert.match(text, /compose\/dangerous-capability-add/);
      assert.match(text, /Fix: Remove SYS_ADMIN from cap_add/);
    });
  });

  test('walks through the findings by Alt+F9 and back by Shift+Alt+F9', async ({ page }) => {
    await openCompose(page);
    const isSelected = (piece) => {
      const [line, column] = placeOf(COMPOSE, piece);
      return page
        .locator('.statusbar-item')
        .getByText(`Ln ${line}, Col ${column + piece.length} (${piece.length} selected)`)
        .waitFor({ timeout: 3000 });
    };
    // A window that is busy may lose a key; each walk starts anew.
    await eventually(async () => {
      await goTo(page, ...placeOf(COMPOSE, PRIVILEGED));
      await page.keyboard.press('Alt+F9');
      await isSelected('host');
      await page.keyboard.press('Shift+Alt+F9');
      await isSelected(PRIVILEGED);
    });
  });

  test('opens the page of a rule, rendered', async ({ page }) => {
    await openCompose(page);
    await goTo(page, ...placeOf(COMPOSE, PRIVILEGED));
    await pickQuickFix(page, 'Explain compose/privileged-container');
    await page.locator('.tab.active[aria-label*="privileged-container.md"]').waitFor();
    const body = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('.markdown-body');
    await body.getByRole('heading', { name: 'Why it matters' }).waitFor();
  });

  test('has a status for files of ours, and none for others', async ({ page }) => {
    await openCompose(page);
    const status = page.locator('.statusbar-item[id="status.languageStatus"]');
    await eventually(async () => assert.match((await status.getAttribute('aria-label')) ?? '', /\d+ critical/));
    await runCommand(page, 'File: New Untitled Text File');
    await eventually(async () =>
      assert.ok(!/critical/.test((await status.count()) === 0 ? '' : ((await status.getAttribute('aria-label')) ?? ''))),
    );
  });
});
