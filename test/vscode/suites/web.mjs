// The browser build: extension and language server in web workers, over a file system in memory.
import assert from 'node:assert/strict';
import { projectRoot } from '../../../scripts/vscode-host/paths.mjs';
import { serveBrowserHost } from '../browser/serve.mjs';
import {
  editorText,
  eventually,
  goTo,
  openFile,
  openView,
  openWorkbench,
  pickQuickFix,
  runCommand,
  treeRows,
} from '../helpers.mjs';
import { suite } from '../suite.mjs';
import { COMPOSE, COMPOSE_FIXED, MANIFEST, openCompose, PRIVILEGED, PRIVILEGED_FIX, placeOf } from '../window.mjs';

const FIXTURES = {
  'compose.yaml': COMPOSE,
  'k8s/api.yaml': MANIFEST,
  'ci.yml': 'on: push\njobs: {}\n',
};

async function open() {
  const host = await serveBrowserHost({ extensionPath: projectRoot, fixtures: FIXTURES });
  try {
    const { page, log, close } = await openWorkbench(host.url, { width: 1400, height: 1300 });
    const asked = [];
    page.context().on('request', (request) => asked.push(request.url()));
    return {
      page,
      log,
      asked,
      host,
      close: async () => {
        await close();
        await host.stop();
      },
    };
  } catch (error) {
    await host.stop();
    throw error;
  }
}

export const webSuite = suite('Browser build', { seconds: 90, open }, (test) => {
  test('underlines and fixes', async ({ page }) => {
    await openCompose(page);
    await goTo(page, ...placeOf(COMPOSE, PRIVILEGED));
    await pickQuickFix(page, PRIVILEGED_FIX);
    await eventually(async () => assert.equal(await editorText(page), COMPOSE_FIXED));
  });

  test('scans a workspace that is on no disk', async ({ page }) => {
    await openView(page, 'Seaworthy');
    await runCommand(page, 'Seaworthy: Scan Workspace');
    await page
      .locator('.pane-body .message')
      .getByText(/^\d+ files scanned in /)
      .waitFor();
    await eventually(async () => {
      const rows = await treeRows(page, 'Findings');
      assert.ok(
        rows.some(({ description }) => description.includes('api.yaml:')),
        JSON.stringify(rows),
      );
    });
  });

  test('switches a rule off in a config that it creates, and accepts a finding in a baseline', async ({ page }) => {
    await openView(page, 'Seaworthy');
    await openCompose(page);
    const has = async (label, resource) =>
      (await treeRows(page, 'Findings')).some((row) => row.label === label && row.description.startsWith(resource));
    const silence = async (label, resource, entry) => {
      await eventually(async () => assert.ok(await has(label, resource)));
      await page.locator('.pane-body .monaco-list-row', { hasText: label }).first().click();
      await runCommand(page, 'Seaworthy: Ignore Finding…');
      const input = page.locator('.quick-input-widget .quick-input-box input');
      await page.locator('.quick-input-widget .monaco-list-row .label-name').getByText(entry).first().waitFor();
      await input.fill(entry);
      await input.press('Enter');
      await eventually(async () => assert.ok(!(await has(label, resource)), `${label} is still there`));
    };
    await silence('Privileged container', 'worker', 'For compose.yaml');
    await page.locator('.tab', { hasText: '.seaworthy.yaml' }).waitFor();
    await openFile(page, 'compose.yaml');
    await silence('Dangerous capability added', 'db', 'Accept this one finding');
  });

  test('takes nothing but its own files, and from this host only', async ({ host, asked }) => {
    const { origin } = new URL(host.url);
    const away = asked.filter((url) => /^(https?|wss?):/.test(url) && new URL(url).origin !== origin && !isWorkbenchs(url));
    assert.deepEqual(away, []);
    assert.ok(
      asked.some((url) => url.endsWith('/ext/dist/server.js')),
      'not even the server was seen to be loaded',
    );
    const own = [...new Set(host.requests.filter((path) => path.startsWith('/ext/')))];
    assert.ok(own.includes('/ext/dist/client.js') && own.includes('/ext/dist/server.js'), own.join(' '));
  });
});

/** VS Code's web workbench isolates webviews and workers under a host of its maker. */
function isWorkbenchs(url) {
  return /\.vscode-cdn\.net$/.test(new URL(url).hostname);
}
