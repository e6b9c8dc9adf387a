import type { FileSystem, ListEntry, ListOptions, ReadOptions, ReadResult } from './host.ts';
import { isProblem } from './host.ts';
import { remembered } from './remembered.ts';
import { uriKey } from './uris.ts';

/** A file system as it is during one scan: a file that is judged, and read by the judgement of others, is read once. */
export class ReadOnce implements FileSystem {
  readonly #files: FileSystem;
  readonly #reads = new Map<string, Promise<ReadResult>>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  async readText(uri: string, options: ReadOptions): Promise<ReadResult> {
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
    return this.#files.readTextNow?.(uri, options);
  }

  /** A file changed while the scan runs. */
  forget(uri: string): void {
    this.#reads.delete(uriKey(uri));
  }

  list(folder: string, options: ListOptions): AsyncIterable<ListEntry> {
    return this.#files.list(folder, options);
  }

  stat(uri: string): Promise<'file' | 'folder' | undefined> {
    return this.#files.stat(uri);
  }
}
