import { globMatcher } from '../../../server/src/workspace/globs.ts';
import type { FileSystem, ListEntry, ListOptions, ReadOptions, ReadResult } from '../../../server/src/workspace/host.ts';

/** Files in memory, by URI; a function as content is called when the file is read. */
export class MemoryFiles implements FileSystem {
  readonly contents = new Map<string, string | ReadResult | (() => Promise<string>)>();
  readonly reads: string[] = [];

  constructor(contents: Readonly<Record<string, string | ReadResult | (() => Promise<string>)>> = {}) {
    for (const [uri, content] of Object.entries(contents)) this.contents.set(uri, content);
  }

  async readText(uri: string, options: ReadOptions): Promise<ReadResult> {
    this.reads.push(uri);
    const content = this.contents.get(uri);
    if (content === undefined) return { problem: 'vanished: there is no such file any more' };
    if (typeof content === 'object') return content;
    const text = typeof content === 'string' ? content : await content();
    return text.length > options.maxBytes ? { problem: 'too large' } : { text, bom: false };
  }

  async *list(folder: string, options: ListOptions): AsyncIterable<ListEntry> {
    const excluded = globMatcher(options.exclude);
    for (const uri of [...this.contents.keys()].sort()) {
      if (options.signal.aborted) return;
      if (!uri.startsWith(`${folder}/`)) continue;
      const path = decodeURIComponent(uri.slice(folder.length + 1));
      if (options.shallow && path.includes('/')) continue;
      if (!excluded(path)) yield { kind: 'file', uri, path };
    }
  }

  async stat(uri: string): Promise<'file' | 'folder' | undefined> {
    if (this.contents.has(uri)) return 'file';
    return [...this.contents.keys()].some((other) => other.startsWith(`${uri}/`)) ? 'folder' : undefined;
  }
}
