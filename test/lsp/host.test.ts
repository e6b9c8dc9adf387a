import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { ClientFiles } from '../../server/src/host/client-fs.ts';
import { NodeFiles } from '../../server/src/host/node-files.ts';
import type { FileSystem, ListEntry } from '../../server/src/workspace/host.ts';

const LIMIT = { maxBytes: 1024 };
let root = '';
const at = (path: string): string => URI.file(join(root, path)).toString();

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await fs.mkdir(join(root, path, '..'), { recursive: true });
  await fs.writeFile(join(root, path), content);
}

async function list(
  files: FileSystem,
  folder: string,
  exclude: string[] = [],
  signal = new AbortController().signal,
): Promise<ListEntry[]> {
  const entries: ListEntry[] = [];
  for await (const entry of files.list(folder, { exclude, signal })) entries.push(entry);
  return entries;
}

const paths = (entries: readonly ListEntry[]): string[] => entries.map((e) => (e.kind === 'file' ? e.path : `? ${e.uri}`));

beforeAll(async () => {
  root = await fs.mkdtemp(join(tmpdir(), 'seaworthy-host-'));
  await write('Dockerfile', 'FROM a\n');
  await write('.gitignore', '/dist\n*.log.yaml\n!keep.log.yaml\n');
  await write('dist/Dockerfile', 'FROM a\n');
  await write('a.log.yaml', '');
  await write('keep.log.yaml', '');
  await write('sub/.gitignore', 'private/\n!a.log.yaml\n');
  await write('sub/a.log.yaml', '');
  await write('sub/dist/compose.yaml', '');
  await write('sub/private/compose.yaml', '');
  await write('node_modules/x/Dockerfile', 'FROM a\n');
  await write('.git/config', '');
  await write('vendor/Dockerfile', 'FROM a\n');
  await write('.hidden/Dockerfile', 'FROM a\n');
  await fs.symlink(root, join(root, 'sub/loop'));
  await fs.symlink(join(root, 'nowhere'), join(root, 'broken'));
  await fs.symlink(join(root, 'Dockerfile'), join(root, 'linked.dockerfile'));
  await write('binary', new Uint8Array([70, 0, 1]));
  await write('latin', new Uint8Array([70, 0xe9, 10]));
  await write('bom', '\uFEFFFROM a\n');
  await write('large', 'x'.repeat(3_000));
});

afterAll(() => fs.rm(root, { recursive: true, force: true }));

describe('the disk', () => {
  const disk = new NodeFiles();

  it('lists in order, by nested .gitignore files, without .git and node_modules, through no loop twice', async () => {
    const entries = await list(disk, URI.file(root).toString(), ['vendor/**']);
    expect(paths(entries)).toEqual([
      '.gitignore',
      'Dockerfile',
      'binary',
      'bom',
      // Where it leads to nowhere is said by reading it.
      'broken',
      'keep.log.yaml',
      'large',
      'latin',
      'linked.dockerfile',
      '.hidden/Dockerfile',
      'sub/.gitignore',
      'sub/a.log.yaml',
      'sub/dist/compose.yaml',
    ]);
    expect(entries[1]).toMatchObject({ kind: 'file', uri: at('Dockerfile') });
  });

  it('lists what .gitignore files leave out when asked to, but never .git and node_modules', async () => {
    const all: ListEntry[] = [];
    const options = { exclude: ['vendor/**'], gitignore: false, signal: new AbortController().signal };
    for await (const entry of disk.list(URI.file(root).toString(), options)) all.push(entry);
    expect(paths(all)).toEqual(expect.arrayContaining(['a.log.yaml', 'dist/Dockerfile', 'sub/private/compose.yaml']));
    expect(paths(all).filter((path) => /node_modules|\.git\//.test(path))).toEqual([]);
  });

  it('minds the .gitignore files above a folder, up to the root of its repository', async () => {
    const top = await fs.mkdtemp(join(tmpdir(), 'seaworthy-host-'));
    const texts = {
      '.gitignore': '*.yaml\n',
      'repo/.git/config': '',
      'repo/.gitignore': '*.local.yml\n/apps/web/dist/\nout/\n',
      'repo/apps/.gitignore': '!keep.local.yml\nweb/old.yml\n',
      'repo/apps/web/a.local.yml': '',
      'repo/apps/web/keep.local.yml': '',
      'repo/apps/web/old.yml': '',
      'repo/apps/web/sub/old.yml': '',
      // The file above the repository's root says nothing here.
      'repo/apps/web/a.yaml': '',
      'repo/apps/web/dist/a.yml': '',
      'repo/apps/out/a.yml': '',
      'repo/apps/out/b.local.yml': '',
      'outside/a.yaml': '',
      'outside/sub/a.yaml': '',
    };
    try {
      for (const [path, text] of Object.entries(texts)) {
        await fs.mkdir(join(top, path, '..'), { recursive: true });
        await fs.writeFile(join(top, path), text);
      }
      const at = (path: string) => URI.file(join(top, path)).toString();
      expect(paths(await list(disk, at('repo/apps/web')))).toEqual(['a.yaml', 'keep.local.yml', 'sub/old.yml']);
      expect(paths(await list(disk, at('repo/apps')))).toEqual([
        '.gitignore',
        'web/a.yaml',
        'web/keep.local.yml',
        'web/sub/old.yml',
      ]);
      // What is left out itself is listed whole when it is asked for, and so is what no repository holds.
      expect(paths(await list(disk, at('repo/apps/out')))).toEqual(['a.yml', 'b.local.yml']);
      expect(paths(await list(disk, at('outside/sub')))).toEqual(['a.yaml']);
    } finally {
      await fs.rm(top, { recursive: true, force: true });
    }
  });

  it('reports a folder that can not be read, and one that is not there', async () => {
    const entries = await list(disk, at('missing'));
    expect(entries).toEqual([{ kind: 'skipped', uri: at('missing'), reason: 'vanished: there is no such file any more' }]);
    if (process.getuid?.() === 0) return;
    await fs.mkdir(join(root, 'sealed'), { mode: 0o000 });
    const sealed = (await list(disk, URI.file(root).toString())).find((e) => e.kind === 'skipped');
    expect(sealed).toMatchObject({ uri: at('sealed'), reason: 'can not be read: permission denied' });
    await fs.rmdir(join(root, 'sealed'));
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const seen: string[] = [];
    for await (const entry of disk.list(URI.file(root).toString(), { exclude: [], signal: abort.signal })) {
      seen.push(entry.uri);
      abort.abort();
    }
    // No folder is entered after it: what comes is the top's own files at most.
    expect(seen.length).toBeLessThanOrEqual(9);
  });

  it('reads text, and says in words why it does not', async () => {
    const read = (path: string) => disk.readText(at(path), LIMIT);
    expect(await read('Dockerfile')).toEqual({ text: 'FROM a\n', bom: false });
    expect(await read('bom')).toEqual({ text: 'FROM a\n', bom: true });
    expect(await read('binary')).toEqual({ problem: 'binary: it contains NUL bytes' });
    expect(await read('latin')).toEqual({ problem: 'not UTF-8 text' });
    expect(await read('large')).toEqual({ problem: 'larger than 1 KB (it has 3 KB)' });
    expect(await read('gone')).toEqual({ problem: 'vanished: there is no such file any more' });
    expect(await read('sub')).toEqual({ problem: 'a folder, not a file' });
  });

  it('tells what is at a place', async () => {
    expect(await Promise.all(['Dockerfile', 'sub', 'gone', 'broken'].map((p) => disk.stat(at(p))))).toEqual([
      'file',
      'folder',
      undefined,
      undefined,
    ]);
  });
});

describe('files through the client', () => {
  const contents: Record<string, string | null> = {
    'memfs:/w/.gitignore': 'dist/\n',
    'memfs:/w/compose.yaml': 'services: {}\n',
    'memfs:/w/dist/compose.yaml': 'services: {}\n',
    'memfs:/w/sub/.gitignore': '*.yml\n',
    'memfs:/w/sub/a.yml': '',
    'memfs:/w/sub/node_modules/a.yaml': '',
    'memfs:/w/out/a.yaml': '',
    'memfs:/w/zero.yaml': 'a\0b',
    'memfs:/w/locked.yaml': null,
  };
  const files = new ClientFiles({
    async sendRequest<R>(method: string, params: unknown): Promise<R> {
      if (method === 'seaworthy/listFiles') return { files: Object.keys(contents).map((uri) => ({ uri, size: 1 })) } as R;
      const { uri } = params as { uri: string };
      if (!(uri in contents)) throw new Error('no such file');
      return { text: contents[uri] ?? null, reason: contents[uri] === null ? 'locked' : undefined } as R;
    },
  });

  it('are listed under the same rules', async () => {
    expect(paths(await list(files, 'memfs:/w', ['out/**']))).toEqual([
      '.gitignore',
      'compose.yaml',
      'locked.yaml',
      'sub/.gitignore',
      'zero.yaml',
    ]);
  });

  it('are read, or say why not', async () => {
    const read = (path: string) => files.readText(`memfs:/w/${path}`, LIMIT);
    expect(await read('compose.yaml')).toEqual({ text: 'services: {}\n', bom: false });
    expect(await read('zero.yaml')).toEqual({ problem: 'binary: it contains NUL bytes' });
    expect(await read('locked.yaml')).toEqual({ problem: 'locked' });
    expect(await read('gone')).toEqual({ problem: 'can not be read: no such file' });
    expect(await files.stat('memfs:/w/compose.yaml')).toBe('file');
    expect(await files.stat('memfs:/w')).toBeUndefined();
  });

  it('a client that can not list is told of, not thrown at anyone', async () => {
    const failing = new ClientFiles({ sendRequest: () => Promise.reject(new Error('Unhandled method')) });
    expect(await list(failing, 'memfs:/w')).toEqual([
      { kind: 'skipped', uri: 'memfs:/w', reason: 'can not be listed: Unhandled method' },
    ]);
  });
});
