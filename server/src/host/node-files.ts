import { type Dirent, promises as fs } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { globMatcher } from '../workspace/globs.ts';
import type { FileSystem, ListEntry, ListOptions, ReadOptions, ReadResult } from '../workspace/host.ts';
import { decodeText, tooLarge } from './decode.ts';
import { IgnoreRules } from './gitignore.ts';

/** Why the system refused, in plain words. */
function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const words: Record<string, string> = {
    ENOENT: 'vanished: there is no such file any more',
    EACCES: 'can not be read: permission denied',
    EPERM: 'can not be read: permission denied',
    EISDIR: 'a folder, not a file',
    ELOOP: 'a symbolic link that leads to itself',
    EMFILE: 'can not be read: too many files are open',
  };
  return words[code] ?? `can not be read: ${code || String(error)}`;
}

/** A folder of the walk: where it is, what leads to it, and what is left out in it. */
interface Folder {
  readonly fsPath: string;
  readonly path: string;
  readonly ignored: IgnoreRules;
}

/** The local disk, for `file:` URIs. */
export class NodeFiles implements FileSystem {
  async readText(uri: string, options: ReadOptions): Promise<ReadResult> {
    const path = URI.parse(uri).fsPath;
    try {
      const stat = await fs.stat(path);
      if (!stat.isFile()) return { problem: stat.isDirectory() ? 'a folder, not a file' : 'not a regular file' };
      const large = tooLarge(stat.size, options.maxBytes);
      if (large !== undefined) return { problem: large };
      return decodeText(await fs.readFile(path));
    } catch (error) {
      return { problem: reasonOf(error) };
    }
  }

  async stat(uri: string): Promise<'file' | 'folder' | undefined> {
    try {
      const stat = await fs.stat(URI.parse(uri).fsPath);
      return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : undefined;
    } catch {
      return undefined;
    }
  }

  /** Depth first, by name. Links to folders are followed once: a real folder that was seen is not entered again. */
  async *list(folder: string, options: ListOptions): AsyncIterable<ListEntry> {
    const excluded = globMatcher(options.exclude);
    const seen = new Set<string>();
    const waiting: Folder[] = [{ fsPath: URI.parse(folder).fsPath, path: '', ignored: IgnoreRules.none() }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (options.signal.aborted) return;
      const opened = await openFolder(next, seen);
      if (opened === undefined) continue;
      if (!Array.isArray(opened)) {
        yield { kind: 'skipped', uri: URI.file(next.fsPath).toString(), reason: opened.problem };
        continue;
      }
      const ignored = await withOwnRules(next, opened);
      const folders: Folder[] = [];
      for (const entry of opened) {
        const fsPath = join(next.fsPath, entry.name);
        const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
        const kind = await kindOf(entry, fsPath);
        if (ignored.ignores(path, kind === 'folder') || excluded(path)) continue;
        if (kind === 'folder') folders.push({ fsPath, path, ignored });
        else yield { kind: 'file', uri: URI.file(fsPath).toString(), path };
      }
      waiting.push(...folders.reverse());
    }
  }
}

/** A folder's entries by name; undefined when it was seen before; the problem when it can't be read. */
async function openFolder(folder: Folder, seen: Set<string>): Promise<Dirent[] | { problem: string } | undefined> {
  try {
    const real = await fs.realpath(folder.fsPath);
    if (seen.has(real)) return undefined;
    seen.add(real);
    const entries = await fs.readdir(folder.fsPath, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

async function withOwnRules(folder: Folder, entries: readonly Dirent[]): Promise<IgnoreRules> {
  if (!entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) return folder.ignored;
  try {
    return folder.ignored.with(folder.path, await fs.readFile(join(folder.fsPath, '.gitignore'), 'utf8'));
  } catch {
    return folder.ignored;
  }
}

/** What an entry is; anything that is no folder counts as a file here, and reading it says what is wrong with it. */
async function kindOf(entry: Dirent, fsPath: string): Promise<'file' | 'folder'> {
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'file';
  try {
    return (await fs.stat(fsPath)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'file';
  }
}
