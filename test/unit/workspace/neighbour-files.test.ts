import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { neighbourUri } from '../../../server/src/analysis/neighbours.ts';
import type { FileAnalysis } from '../../../server/src/analysis/types.ts';
import { NodeFiles } from '../../../server/src/host/node-files.ts';
import { NeighbourFiles, readFrom } from '../../../server/src/workspace/neighbour-files.ts';
import { projectFolder } from '../../../server/src/workspace/project-folder.ts';
import { ReadOnce } from '../../../server/src/workspace/read-once.ts';
import { uriKey } from '../../../server/src/workspace/uris.ts';
import { MemoryFiles } from '../../lsp/support/memory-files.ts';

/** A judgement that follows `next: path` from file to file and says what it saw last. */
function follow(neighbours: NeighbourFiles, uri: string, text: string) {
  return neighbours.judge(() => {
    const reads = new Map<string, string | null | undefined>();
    let current: string | null | undefined = text;
    while (typeof current === 'string') {
      const path = /^next: (.*)$/m.exec(current)?.[1];
      if (path === undefined) break;
      current = neighbours.of(uri).read(path);
      reads.set(neighbourUri(uri, path) ?? '', current);
    }
    return {
      file: { uri, text: String(current) },
      kind: undefined,
      findings: [],
      suppressed: [],
      problems: [],
      crashes: [],
      reads,
    };
  });
}

function over(files: MemoryFiles, folders = ['file:///w'], open: Record<string, string> = {}) {
  return new NeighbourFiles({ openText: (uri) => open[uri], folders: () => folders, read: readFrom(files) });
}

const seen = (analysis: FileAnalysis) => analysis.file.text;

describe('where a path leads', () => {
  it.each([
    ['base.yaml', 'file:///w/a/base.yaml'],
    ['../base.yaml', 'file:///w/base.yaml'],
    ['./b/../c.yaml', 'file:///w/a/c.yaml'],
    ['../../../../etc/passwd', 'file:///etc/passwd'],
    ['/srv/x.yaml', 'file:///srv/x.yaml'],
    ['odd #1 100%.yaml', 'file:///w/a/odd%20%231%20100%25.yaml'],
  ])('%s', (path, uri) => {
    expect(neighbourUri('file:///w/a/compose.yaml', path)).toBe(uri);
  });

  it('is nowhere for an untitled document', () => {
    expect(neighbourUri('untitled:Untitled-1', 'base.yaml')).toBeUndefined();
  });
});

describe('neighbours', () => {
  it('are loaded and the file judged again, along a chain', async () => {
    const files = new MemoryFiles({ 'file:///w/1': 'next: 2', 'file:///w/2': 'next: 3', 'file:///w/3': 'the end' });
    expect(seen(await follow(over(files), 'file:///w/0', 'next: 1'))).toBe('the end');
    expect(files.reads).toEqual(['file:///w/1', 'file:///w/2', 'file:///w/3']);
  });

  it('end after six rounds', async () => {
    const chain = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`file:///w/${i + 1}`, `next: ${i + 2}`]));
    const files = new MemoryFiles(chain);
    expect(seen(await follow(over(files), 'file:///w/0', 'next: 1'))).toBe('undefined');
    expect(files.reads).toHaveLength(6);
  });

  it('are null where there is no such file', async () => {
    expect(seen(await follow(over(new MemoryFiles()), 'file:///w/0', 'next: gone'))).toBe('null');
  });

  it('are the text of the editor before that of the disk', async () => {
    const files = new MemoryFiles({ 'file:///w/1': 'disk' });
    expect(seen(await follow(over(files, ['file:///w'], { 'file:///w/1': 'editor' }), 'file:///w/0', 'next: 1'))).toBe('editor');
    expect(files.reads).toEqual([]);
  });

  it('are never outside of the folders that may be read', async () => {
    const files = new MemoryFiles({ 'file:///etc/passwd': 'root', 'file:///w2/x': 'other' });
    const neighbours = over(files);
    expect(seen(await follow(neighbours, 'file:///w/a/0', 'next: ../../etc/passwd'))).toBe('undefined');
    expect(seen(await follow(neighbours, 'file:///w/a/0', 'next: ../../w2/x'))).toBe('undefined');
    expect(files.reads).toEqual([]);
  });

  it('of a file in no folder are those beside and below it', async () => {
    const files = new MemoryFiles({ 'file:///home/x': 'beside', 'file:///y': 'above' });
    const neighbours = over(files, []);
    expect(seen(await follow(neighbours, 'file:///home/0', 'next: x'))).toBe('beside');
    expect(seen(await follow(neighbours, 'file:///home/0', 'next: ../y'))).toBe('undefined');
  });

  it('tell who was judged by a file that changes, and give its new text', async () => {
    const files = new MemoryFiles({ 'file:///w/1': 'old' });
    const neighbours = over(files);
    const before = await follow(neighbours, 'file:///w/0', 'next: 1');
    expect(neighbours.isCurrent(before)).toBe(true);
    files.contents.set('file:///w/1', 'new');
    expect(neighbours.changed('file:///w/other')).toEqual([]);
    expect(neighbours.changed('file:///w/1')).toEqual([uriKey('file:///w/0')]);
    expect(neighbours.isCurrent(before)).toBe(false);
    expect(seen(await follow(neighbours, 'file:///w/0', 'next: 1'))).toBe('new');
    neighbours.drop('file:///w/0');
    expect(neighbours.changed('file:///w/1')).toEqual([]);
  });

  it('keep no text that was old before it was read to its end', async () => {
    let answer: (text: string) => void = () => undefined;
    const files = new MemoryFiles({ 'file:///w/1': () => new Promise((resolve) => (answer = resolve)) });
    const neighbours = over(files);
    const judged = follow(neighbours, 'file:///w/0', 'next: 1');
    await Promise.resolve();
    neighbours.changed('file:///w/1');
    files.contents.set('file:///w/1', 'new');
    answer('old');
    expect(seen(await judged)).toBe('new');
  });
});

describe('on a disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-neighbours-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'project/sub'), { recursive: true });
  writeFileSync(join(folder, 'secret'), 'secret');
  writeFileSync(join(folder, 'project/real'), 'real');
  symlinkSync(join(folder, 'secret'), join(folder, 'project/out'));
  symlinkSync(folder, join(folder, 'project/up'));
  symlinkSync(join(folder, 'project/real'), join(folder, 'project/in'));
  const uri = (path: string) => uriKey(pathToFileURL(join(folder, path)).href);
  const neighbours = new NeighbourFiles({
    openText: () => undefined,
    folders: () => [uri('project')],
    read: readFrom(new NodeFiles()),
  });

  it('links lead to no file outside', async () => {
    expect(seen(await follow(neighbours, uri('project/0'), 'next: real'))).toBe('real');
    expect(seen(await follow(neighbours, uri('project/0'), 'next: in'))).toBe('real');
    expect(seen(await follow(neighbours, uri('project/0'), 'next: out'))).toBe('null');
    expect(seen(await follow(neighbours, uri('project/0'), 'next: up/secret'))).toBe('null');
  });

  it('the project folder is the nearest with a repository or a config', async () => {
    const files = new NodeFiles();
    expect(await projectFolder(files, uri('project/sub'))).toBe(uri('project/sub'));
    expect(await projectFolder(files, uri('project/real'))).toBe(uri('project'));
    mkdirSync(join(folder, 'project/.git'));
    expect(await projectFolder(files, uri('project/sub'))).toBe(uri('project'));
  });
});

describe('a scan', () => {
  it('reads a file once, whoever asks', async () => {
    const files = new MemoryFiles({ 'file:///w/a': 'text' });
    const once = new ReadOnce(files);
    const results = [
      await once.readText('file:///w/a', { maxBytes: 100, within: ['file:///w'] }),
      await once.readText('file:///w/a', { maxBytes: 10 }),
    ];
    expect(results).toEqual(results.map(() => ({ text: 'text', bom: false })));
    expect(files.reads).toHaveLength(1);
  });

  it('reads what is too large for one and not for another', async () => {
    const once = new ReadOnce(new MemoryFiles({ 'file:///w/a': 'text' }));
    expect(await once.readText('file:///w/a', { maxBytes: 1 })).toHaveProperty('problem');
    expect(await once.readText('file:///w/a', { maxBytes: 10 })).toHaveProperty('text');
  });

  it('does not look for what the listing of a folder did not show, until it is told of a change there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'seaworthy-scan-'));
    const uri = (name: string) => uriKey(pathToFileURL(join(folder, name)).href);
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'Listed.yaml'), 'text');
    const once = new ReadOnce(new NodeFiles());
    for await (const entry of once.list(uri('.'), { exclude: ['*'], signal: new AbortController().signal }))
      expect(entry).toBeUndefined();
    writeFileSync(join(folder, 'later.yaml'), 'text');
    expect(await once.stat(uri('Listed.yaml'))).toBe('file');
    expect(await once.stat(uri('sub'))).toBe('folder');
    expect(await once.stat(uri('later.yaml'))).toBeUndefined();
    expect(await once.readText(uri('later.yaml'), { maxBytes: 10 })).toHaveProperty('problem');
    expect(once.readTextNow(uri('later.yaml'), { maxBytes: 10 })).toHaveProperty('problem');
    once.forget(uri('later.yaml'));
    expect(await once.stat(uri('later.yaml'))).toBe('file');
    expect(await once.readText(uri('later.yaml'), { maxBytes: 10 })).toHaveProperty('text');
    rmSync(folder, { recursive: true });
  });
});
