import { type Dirent, promises as fs, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { globMatcher } from '../workspace/globs.ts';
import type { FileSystem, ListEntry, ListOptions, ReadOptions, ReadResult } from '../workspace/host.ts';
import { decodeText, tooLarge } from './decode.ts';
import { IgnoreRules } from './gitignore.ts';
import { outerRules } from './outer-gitignore.ts';

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

/** Larger files are waited for, in bytes. */
const AT_ONCE = 256 * 1024;
/** Longest time that reading at once may take, in milliseconds: a disk that takes longer lies behind a network. */
const QUICK = 5;

/** The local disk, for `file:` URIs. */
export class NodeFiles implements FileSystem {
  #isQuick = true;

  async readText(uri: string, options: ReadOptions): Promise<ReadResult> {
    const path = URI.parse(uri).fsPath;
    try {
      if (options.within && !(await liesWithin(path, options.within)))
        return { problem: 'outside of the folders that may be read' };
      const stat = statSync(path);
      if (!stat.isFile()) return { problem: stat.isDirectory() ? 'a folder, not a file' : 'not a regular file' };
      const large = tooLarge(stat.size, options.maxBytes);
      if (large !== undefined) return { problem: large };
      return decodeText(await this.#read(path, stat.size));
    } catch (error) {
      return { problem: reasonOf(error) };
    }
  }

  /** At once, while the disk is quick: to wait for a small file costs several times the processor time of reading it. */
  async #read(path: string, size: number): Promise<Buffer> {
    if (!this.#isQuick || size > AT_ONCE) return fs.readFile(path);
    const start = performance.now();
    const read = readFileSync(path);
    this.#isQuick = performance.now() - start < QUICK;
    return read;
  }

  /** For the small files around a judged one: most of them are not there, which costs less to see than to wait for. */
  readTextNow(uri: string, options: ReadOptions): ReadResult {
    const path = URI.parse(uri).fsPath;
    try {
      const stat = statSync(path, { throwIfNoEntry: false });
      if (!stat?.isFile()) return { problem: 'no such file' };
      if (options.within && !liesWithinNow(path, options.within)) return { problem: 'outside of the folders that may be read' };
      const large = tooLarge(stat.size, options.maxBytes);
      if (large !== undefined) return { problem: large };
      return decodeText(readFileSync(path));
    } catch (error) {
      return { problem: reasonOf(error) };
    }
  }

  async stat(uri: string): Promise<'file' | 'folder' | undefined> {
    try {
      // At once: a scan asks in every folder for what is hardly ever there, and a promise costs ten times the question.
      const stat = statSync(URI.parse(uri).fsPath, { throwIfNoEntry: false });
      return stat?.isDirectory() ? 'folder' : stat?.isFile() ? 'file' : undefined;
    } catch {
      return undefined;
    }
  }

  /** Depth first, by name. Links to folders are followed once: a real folder that was seen is not entered again. */
  async *list(folder: string, options: ListOptions): AsyncIterable<ListEntry> {
    const excluded = globMatcher(options.exclude);
    const seen = new Set<string>();
    const top = URI.parse(folder).fsPath;
    const ignored = options.gitignore === false ? IgnoreRules.none() : outerRules(top);
    const waiting: Folder[] = [{ fsPath: top, path: '', ignored }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (options.signal.aborted) return;
      const opened = await openFolder(next, seen);
      if (opened === undefined) continue;
      if (!Array.isArray(opened)) {
        yield { kind: 'skipped', uri: URI.file(next.fsPath).toString(), reason: opened.problem };
        continue;
      }
      options.entered?.(
        URI.file(next.fsPath).toString(),
        opened.map(({ name }) => name),
      );
      const ignored = options.gitignore === false ? next.ignored : await withOwnRules(next, opened);
      const folders: Folder[] = [];
      for (const entry of opened) {
        const fsPath = join(next.fsPath, entry.name);
        const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
        const kind = await kindOf(entry, fsPath);
        if (ignored.ignores(path, kind === 'folder') || excluded(path)) continue;
        if (kind === 'folder') {
          if (!options.shallow) folders.push({ fsPath, path, ignored });
        } else yield { kind: 'file', uri: URI.file(fsPath).toString(), path };
      }
      waiting.push(...folders.reverse());
    }
  }
}

/** Whether a path, links followed, lies in one of some folders. */
async function liesWithin(path: string, folders: readonly string[]): Promise<boolean> {
  const real = await fs.realpath(path);
  for (const folder of folders) {
    if (isBelow(await fs.realpath(URI.parse(folder).fsPath).catch(() => path), real)) return true;
  }
  return false;
}

function liesWithinNow(path: string, folders: readonly string[]): boolean {
  const real = realpathSync(path);
  return folders.some((folder) => isBelow(realpathSync(URI.parse(folder).fsPath), real));
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
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
