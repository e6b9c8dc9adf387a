import type { FileSystem, ListEntry, ListOptions, ReadOptions, ReadResult } from './host.ts';
import { isProblem } from './host.ts';
import { remembered } from './remembered.ts';
import { nameOf, parentOf, uriKey } from './uris.ts';

/** A name that all file systems spell alike, but for the case of its letters. */
const ASCII = /^[ -~]+$/;

/**
 * A file system as it is during one scan: a file that is judged, and read by the judgement of others, is read once, and what the listing
 * of a folder did not show is not looked for.
 */
export class ReadOnce implements FileSystem {
  readonly #files: FileSystem;
  readonly #reads = new Map<string, Promise<ReadResult>>();
  /** Names in folders, in small letters. */
  readonly #names = new Map<string, ReadonlySet<string>>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  async readText(uri: string, options: ReadOptions): Promise<ReadResult> {
    if (this.#isMissing(uri)) return { problem: 'no such file' };
    const key = uriKey(uri);
    const read = await remembered(this.#reads, key, () => this.#files.readText(uri, options));
    if (!isProblem(read)) return read;
    // What one may not read for its size or place, another may.
    const own = `${key}\0${options.maxBytes}\0${options.within ?? ''}`;
    const again = await remembered(this.#reads, own, () => this.#files.readText(uri, options));
    if (!isProblem(again)) this.#reads.set(key, Promise.resolve(again));
    return again;
  }

  readTextNow(uri: string, options: ReadOptions): ReadResult | undefined {
    return this.#isMissing(uri) ? { problem: 'no such file' } : this.#files.readTextNow?.(uri, options);
  }

  /** A file changed while the scan runs. */
  forget(uri: string): void {
    this.#reads.delete(uriKey(uri));
    const folder = parentOf(uri);
    if (folder !== undefined) this.#names.delete(uriKey(folder));
  }

  list(folder: string, options: ListOptions): AsyncIterable<ListEntry> {
    return this.#files.list(folder, {
      ...options,
      entered: (entered, names) => {
        this.#names.set(uriKey(entered), new Set(names.map((name) => name.toLowerCase())));
        options.entered?.(entered, names);
      },
    });
  }

  async stat(uri: string): Promise<'file' | 'folder' | undefined> {
    return this.#isMissing(uri) ? undefined : this.#files.stat(uri);
  }

  #isMissing(uri: string): boolean {
    const folder = this.#names.size > 0 ? parentOf(uri) : undefined;
    const names = folder === undefined ? undefined : this.#names.get(uriKey(folder));
    if (!names) return false;
    const name = nameOf(uri);
    return ASCII.test(name) && !names.has(name.toLowerCase());
  }
}
