// Typing in a long file of a large workspace that was scanned: nothing flickers, the tree stays as it is, memory too.
// SEAWORTHY_TYPING_SECONDS: for how long is typed; 10 when left out.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/vscode-host/paths.mjs';
import { clickTreeRow, editorText, eventually, goTo, openFile, openView, runCommand, treeRows } from '../helpers.mjs';
import { suite } from '../suite.mjs';
import { MANIFEST, openWindow, placeOf } from '../window.mjs';

const SECONDS = Number(process.env.SEAWORTHY_TYPING_SECONDS || 10);
/** Between two keys: a quick typist. */
const KEY_MS = 80;
const COPIES = 1000;
const LINES = 1000;
/** The server may need so much more in the last third of the typing than in the second, in bytes; it is about 100 MB in all. */
const MORE_MEMORY = 24 * 1024 * 1024;

const named = (i) => MANIFEST.replaceAll('name: api', `name: api-${i}`);
const LONG = Array.from({ length: Math.ceil(LINES / (MANIFEST.split('\n').length + 1)) }, (_, i) => named(i)).join('---\n');
const TYPED = 'a/typed.yaml';
const FILES = {
  ...Object.fromEntries(Array.from({ length: COPIES }, (_, i) => [`copies/${i % 20}/api-${i}.yaml`, named(i)])),
  [TYPED]: LONG,
};

let scratch;

async function open() {
  scratch = mkdtempSync(join(tmpdir(), 'vscode-typing-'));
  const window = await openWindow({
    files: FILES,
    extensions: [join(projectRoot, 'test', 'vscode', 'spy-extension')],
    settings: {
      'spy.file': TYPED,
      'spy.log': join(scratch, 'diagnostics.jsonl'),
      // What is typed is what comes: no word is completed by Enter.
      'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
      'editor.wordBasedSuggestions': 'off',
      'editor.suggestOnTriggerCharacters': false,
    },
  });
  await openView(window.page, 'Seaworthy');
  const close = async () => {
    await window.close();
    rmSync(scratch, { recursive: true, force: true });
  };
  return { ...window, close };
}

export const typingSuite = suite('Typing', { seconds: 120 + SECONDS, open }, (test) => {
  test('changes nothing but what it is about: diagnostics, tree and memory stay', async ({ page, pid }) => {
    assert.ok(LONG.split('\n').length >= LINES);
    await runCommand(page, 'Seaworthy: Scan Workspace');
    await page
      .locator('.pane-body .message')
      .getByText(/^\d+ files scanned in /)
      .waitFor({ timeout: 40_000 });
    await groupByFile(page);
    await openFile(page, TYPED);
    const [line, column] = placeOf(LONG, '    app: api\n');
    await eventually(async () => {
      await clickTreeRow(page, 'Findings', 'Host namespace shared');
      // What the click opens is selected, a moment later.
      await page.locator('.statusbar-item').getByText('(4 selected)').waitFor();
      await goTo(page, line, column + '    app: api'.length);
      // The view follows a cursor that rests; what it was told before must not come after the click.
      await new Promise((done) => setTimeout(done, 500));
      const chosen = page.locator('.pane-body .monaco-list-row.selected .label-name');
      assert.deepEqual(await chosen.allTextContents(), ['Host namespace shared']);
    }, 20_000);
    const before = await eventually(() => settled(), 20_000);
    assert.ok(total(before) > 50, JSON.stringify(before));

    const tree = await watchTree(page);
    const memory = [];
    const end = Date.now() + SECONDS * 1000;
    const look = () => memory.push({ left: (end - Date.now()) / (SECONDS * 1000), rss: serverMemory(pid) });
    const looking = setInterval(look, 250);
    for (let i = 0; Date.now() < end; i++) {
      const text = `\ntier-${i}: backend # of the shop\nteam-${i}: "a ${i}"`;
      for (const key of text) {
        await page.keyboard.press(key === '\n' ? 'Enter' : key === ' ' ? 'Space' : key);
        await new Promise((done) => setTimeout(done, KEY_MS));
        if (Date.now() >= end) break;
      }
    }
    clearInterval(looking);
    assert.ok((await editorText(page)).includes('    app: api\n    tier-0: backend'), 'nothing was typed');

    const samples = readSamples();
    assert.ok(samples.length > SECONDS, `${samples.length} publications`);
    for (const sample of samples) {
      const lost = Object.entries(before).filter(([code, count]) => (sample[code] ?? 0) < count);
      assert.deepEqual(lost, [], `gone while typing: ${JSON.stringify(sample)}`);
    }
    const states = await tree();
    assert.equal(states.length, 1, states.join('\n'));
    assert.match(states[0], /Host namespace shared/);
    if (memory.some(({ rss }) => rss === undefined)) return;
    const least = (from, to) => Math.min(...memory.filter(({ left }) => left <= from && left > to).map(({ rss }) => rss));
    const [middle, last] = [least(2 / 3, 1 / 3), least(1 / 3, Number.NEGATIVE_INFINITY)];
    assert.ok(last - middle < MORE_MEMORY, `from ${megabytes(middle)} to ${megabytes(last)}`);
    console.log(`         ${samples.length} publications, server from ${megabytes(middle)} to ${megabytes(last)}`);
  });
});

async function groupByFile(page) {
  await runCommand(page, 'Seaworthy: Group Findings By…');
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await page.locator('.quick-input-widget .monaco-list-row .label-name').getByText('File', { exact: true }).waitFor();
  await input.fill('File');
  await input.press('Enter');
  await eventually(async () => assert.equal((await treeRows(page, 'Findings'))[0].label, 'typed.yaml'));
}

/** What the last publication said, once there was none for a while. */
async function settled() {
  const lines = readSamples();
  assert.ok(lines.length > 0);
  await new Promise((done) => setTimeout(done, 1000));
  assert.equal(readSamples().length, lines.length);
  return lines.at(-1);
}

function readSamples() {
  return readFileSync(join(scratch, 'diagnostics.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function total(counts) {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Collects from now on what is open and what is selected in the tree, each state once; counts may change. */
async function watchTree(page) {
  await page.evaluate(() => {
    window.seaworthyTree = [];
    const label = (row) => row.querySelector('.label-name')?.textContent;
    const look = () => {
      const rows = [...document.querySelectorAll('.pane-body [role="tree"] .monaco-list-row')];
      const open = rows.filter((row) => row.getAttribute('aria-expanded') === 'true').map(label);
      const selected = rows.filter((row) => row.classList.contains('selected')).map(label);
      const state = JSON.stringify({ rows: rows.length, open, selected });
      if (!window.seaworthyTree.includes(state)) window.seaworthyTree.push(state);
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => window.seaworthyTree);
}

/** Resident bytes of the language server among a host's processes; undefined where the system does not tell. */
function serverMemory(group) {
  try {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const fields = statOf(pid);
      if (fields?.[2] !== String(group) || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/server.js')) continue;
      const pages = Number(fields[21]);
      return pages * 4096;
    }
  } catch {
    return undefined;
  }
  return undefined;
}

/** What follows a process's name in its `stat` (proc(5)): state, parent, group, …, resident pages. */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return undefined;
  }
}

function megabytes(bytes) {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
