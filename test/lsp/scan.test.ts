import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import {
  ClearScanRequest,
  ScanProgressNotification,
  type ScanProgressParams,
  ScanRequest,
  type ScanResult,
} from '../../server/src/lsp/protocol.ts';
import { Harness } from './support/harness.ts';
import { MemoryFiles } from './support/memory-files.ts';

const BAD = 'services:\n  web:\n    privileged: true\n    read_only: true\n    cap_drop: ALL\n';
const GOOD = BAD.replace('    privileged: true\n', '');
const OWN = { initializationOptions: { commands: true } };

function workspace(): MemoryFiles {
  return new MemoryFiles({
    'file:///w/a/compose.yaml': BAD,
    'file:///w/b/compose.yaml': GOOD,
    'file:///w/c/compose.yaml': BAD,
    'file:///w/notes.yaml': 'a: 1\n',
    'file:///w/readme.md': BAD,
  });
}

function scan(harness: Harness, folders?: string[]): Promise<ScanResult> {
  return harness.client.sendRequest<ScanResult>(ScanRequest, { token: 't', ...(folders && { folders }) });
}

describe('scan', () => {
  it('judges every candidate, publishes what is found, and says how far it came', async () => {
    const harness = await Harness.start({ files: workspace(), ...OWN });
    const result = await scan(harness);
    expect(result).toMatchObject({ scanned: 4, total: 4, findings: 2, cancelled: false, skipped: [] });
    expect(harness.published.map((p) => p.uri)).toEqual(['file:///w/a/compose.yaml', 'file:///w/c/compose.yaml']);
    expect(harness.published[0]).not.toHaveProperty('version');
    expect(harness.tree.get('file:///w/c/compose.yaml')).toMatchObject([
      {
        rule: 'compose/privileged',
        severity: 'critical',
        resource: 'web',
        fix: { title: 'Remove `privileged`', safety: 'safe' },
      },
    ]);
    await harness.dispose();
  });

  it('is taken back on request, but for open documents', async () => {
    const harness = await Harness.start({ files: workspace(), ...OWN });
    const document = await harness.open('file:///w/a/compose.yaml', BAD);
    await document.diagnostics();
    await scan(harness);
    expect(await harness.client.sendRequest(ClearScanRequest)).toBeNull();
    expect(harness.codesOf('file:///w/a/compose.yaml')).toEqual(['compose/privileged']);
    expect(harness.shown('file:///w/c/compose.yaml')).toEqual([]);
    expect(harness.tree.get('file:///w/c/compose.yaml')).toEqual([]);
    expect(harness.tree.get('file:///w/a/compose.yaml')).toHaveLength(1);
    expect(await scan(harness)).toMatchObject({ findings: 2 });
    await harness.dispose();
  });

  it('tells real progress', async () => {
    const harness = await Harness.start({ files: workspace(), ...OWN });
    const told: ScanProgressParams[] = [];
    harness.client.onNotification(ScanProgressNotification, (params: ScanProgressParams) => void told.push(params));
    await scan(harness);
    expect(told[0]).toEqual({ token: 't', done: 0, total: 4 });
    expect(told.at(-1)).toMatchObject({ done: 4, total: 4, current: 'file:///w/notes.yaml' });
    await harness.dispose();
  });

  it('keeps what it found when it is cancelled, and answers', async () => {
    const files = workspace();
    const source = new CancellationTokenSource();
    files.contents.set('file:///w/b/compose.yaml', async () => {
      source.cancel();
      await new Promise((resolve) => setTimeout(resolve, 20));
      return GOOD;
    });
    const harness = await Harness.start({ files });
    const result = await harness.client.sendRequest<ScanResult>(ScanRequest, { token: 't' }, source.token);
    expect(result).toMatchObject({ cancelled: true, scanned: 1, total: 4, findings: 1 });
    expect(harness.codesOf('file:///w/a/compose.yaml')).toEqual(['compose/privileged']);
    expect(harness.shown('file:///w/c/compose.yaml')).toEqual([]);
    await harness.dispose();
  });

  it('names the files it could not read, with why, and goes on', async () => {
    const files = workspace();
    files.contents.set('file:///w/b/compose.yaml', { problem: 'binary: it contains NUL bytes' });
    const harness = await Harness.start({ files });
    const result = await scan(harness);
    expect(result).toMatchObject({
      scanned: 4,
      findings: 2,
      skipped: [{ uri: 'file:///w/b/compose.yaml', reason: 'binary: it contains NUL bytes' }],
    });
    await harness.dispose();
  });

  it('reads sixteen files at a time, no more', async () => {
    const files = new MemoryFiles();
    let [waiting, most] = [0, 0];
    let release = (): void => undefined;
    const full = new Promise<void>((resolve) => (release = resolve));
    for (let i = 0; i < 60; i++) {
      files.contents.set(`file:///w/${i}/compose.yaml`, async () => {
        most = Math.max(most, ++waiting);
        if (waiting === 16) setTimeout(release, 20);
        await full;
        waiting--;
        return BAD;
      });
    }
    const harness = await Harness.start({ files });
    expect((await scan(harness)).findings).toBe(60);
    expect(most).toBe(16);
    await harness.dispose();
  });

  it('does not enter what settings and config leave out', async () => {
    const files = workspace();
    files.contents.set('file:///w/.seaworthy.yaml', 'exclude: ["c/**"]\n');
    const harness = await Harness.start({ files, initializationOptions: { settings: { exclude: ['a/**'] } } });
    const result = await scan(harness);
    expect(result).toMatchObject({ findings: 0, skipped: [] });
    expect(files.reads).not.toContain('file:///w/a/compose.yaml');
    expect(files.reads).not.toContain('file:///w/c/compose.yaml');
    await harness.dispose();
  });

  it('scans the folders that are named, without any workspace folder too', async () => {
    const harness = await Harness.start({ files: workspace(), folders: null });
    expect(await scan(harness)).toMatchObject({ total: 0, findings: 0 });
    expect(await scan(harness, ['file:///w/a'])).toMatchObject({ total: 1, findings: 1 });
    await harness.dispose();
  });

  it('leaves open documents their own text, and keeps findings of a closed one that it had scanned', async () => {
    const harness = await Harness.start({ files: workspace() });
    const uri = 'file:///w/a/compose.yaml';
    const document = await harness.open(uri, GOOD);
    expect(await document.diagnostics()).toEqual([]);
    expect(await scan(harness)).toMatchObject({ scanned: 4, findings: 1 });
    expect(harness.shown(uri)).toEqual([]);
    await harness.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await harness.until(() => (harness.codesOf(uri).length === 1 ? true : undefined));
    await harness.dispose();
  });

  it('a later scan forgets files that are gone', async () => {
    const files = workspace();
    const harness = await Harness.start({ files });
    await scan(harness);
    files.contents.delete('file:///w/a/compose.yaml');
    expect(await scan(harness)).toMatchObject({ total: 3, findings: 1 });
    expect(harness.shown('file:///w/a/compose.yaml')).toEqual([]);
    await harness.dispose();
  });

  it('keeps scanned files fresh when they change, appear or go', async () => {
    const files = workspace();
    const harness = await Harness.start({ files });
    await scan(harness);
    files.contents.set('file:///w/a/compose.yaml', GOOD);
    files.contents.set('file:///w/c/docker-compose.yml', BAD);
    files.contents.delete('file:///w/c/compose.yaml');
    await harness.filesChanged(
      { uri: 'file:///w/a/compose.yaml', type: 2 },
      { uri: 'file:///w/c/docker-compose.yml', type: 1 },
      { uri: 'file:///w/c/compose.yaml', type: 3 },
      { uri: 'file:///w/elsewhere/compose.yaml', type: 1 },
    );
    await harness.until(() => (harness.codesOf('file:///w/c/docker-compose.yml').length === 1 ? true : undefined));
    await harness.until(() =>
      harness.shown('file:///w/a/compose.yaml').length + harness.shown('file:///w/c/compose.yaml').length === 0
        ? true
        : undefined,
    );
    expect(files.reads).not.toContain('file:///w/elsewhere/compose.yaml');
    await harness.dispose();
  });

  it('waits while a document that was just typed in is still to be judged', async () => {
    const { toyDoors } = await import('./support/toy-engine.ts');
    const { FakeClock } = await import('./support/fake-clock.ts');
    const clock = new FakeClock();
    const doors = toyDoors(clock);
    const files = workspace();
    const harness = await Harness.start({ files, clock, doors });
    doors.control.cost = 100;
    const document = await harness.open('file:///w/x.yaml', GOOD, 'dockercompose');
    await document.diagnostics();
    await document.insertBefore('services', '# typed\n');
    const scanning = scan(harness);
    await harness.until(() => (files.reads.includes('file:///w/c/compose.yaml') ? true : undefined));
    await harness.settle();
    expect(doors.control.judged.filter((uri) => uri !== 'file:///w/x.yaml')).toEqual([]);
    clock.advance(200);
    await scanning;
    expect(doors.control.judged.slice(0, 3)).toEqual(['file:///w/x.yaml', 'file:///w/x.yaml', 'file:///w/a/compose.yaml']);
    await harness.dispose();
  });

  it('answers a keystroke while it runs', async () => {
    const files = new MemoryFiles();
    for (let i = 0; i < 200; i++)
      files.contents.set(`file:///w/${i}/compose.yaml`, () => new Promise((resolve) => setTimeout(() => resolve(BAD), 2)));
    const harness = await Harness.start({ files });
    const scanning = scan(harness);
    const document = await harness.open('file:///w/x.yaml', GOOD, 'dockercompose');
    await document.insertBefore('    read_only', '    privileged: true\n');
    expect(await document.diagnostics()).toHaveLength(1);
    const publishedBefore = harness.published.length;
    await scanning;
    expect(harness.published.length).toBeGreaterThan(publishedBefore + 100);
    await harness.dispose();
  });
});
