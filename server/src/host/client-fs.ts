import type { ListFilesParams, ListFilesResult, ReadFileParams, ReadFileResult } from '../lsp/protocol.ts';
import { ListFilesRequest, ReadFileRequest } from '../lsp/protocol.ts';
import { globMatcher } from '../workspace/globs.ts';
import type { FileSystem, ListEntry, ListOptions, ReadOptions, ReadResult } from '../workspace/host.ts';
import { relativePath } from '../workspace/uris.ts';
import { tooLarge } from './decode.ts';
import { IgnoreRules } from './gitignore.ts';

/** The part of a connection that is needed to ask the client. */
export interface ClientRequests {
  sendRequest<R>(method: string, params: unknown): Promise<R>;
}

/** Longest `.gitignore` that is read through the client, in bytes. */
const MAX_GITIGNORE = 256 * 1024;

/** Files that only the client can reach: in a browser, and in virtual workspaces. The client reads and lists them. */
export class ClientFiles implements FileSystem {
  readonly #client: ClientRequests;

  constructor(client: ClientRequests) {
    this.#client = client;
  }

  async readText(uri: string, options: ReadOptions): Promise<ReadResult> {
    try {
      const params: ReadFileParams = { uri };
      const result = await this.#client.sendRequest<ReadFileResult>(ReadFileRequest, params);
      if (result.text === null) return { problem: result.reason ?? 'can not be read' };
      const large = tooLarge(result.text.length, options.maxBytes);
      if (large !== undefined) return { problem: large };
      if (result.text.includes('\0')) return { problem: 'binary: it contains NUL bytes' };
      const bom = result.text.startsWith('\uFEFF');
      return { text: bom ? result.text.slice(1) : result.text, bom };
    } catch (error) {
      return { problem: `can not be read: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  /** The client answers with a flat list; the `.gitignore` files in it are read here and applied level by level. */
  async *list(folder: string, options: ListOptions): AsyncIterable<ListEntry> {
    const params: ListFilesParams = { folder };
    let listed: ListFilesResult;
    try {
      listed = await this.#client.sendRequest<ListFilesResult>(ListFilesRequest, params);
    } catch (error) {
      yield {
        kind: 'skipped',
        uri: folder,
        reason: `can not be listed: ${error instanceof Error ? error.message : String(error)}`,
      };
      return;
    }
    const excluded = globMatcher(options.exclude);
    const files = listed.files
      .map((file) => ({ ...file, path: relativePath(folder, file.uri) ?? '' }))
      .filter((file) => file.path !== '' && !(options.shallow && file.path.includes('/')))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    const ignored = await this.#ignoreRules(options.gitignore === false ? [] : files);
    for (const { uri, path, size } of files) {
      if (options.signal.aborted) return;
      const above = foldersOf(path);
      if (above.some((at) => excluded(at) || ignored.ignores(at, true))) continue;
      if (!excluded(path) && !ignored.ignores(path, false)) yield { kind: 'file', uri, path, size };
    }
  }

  /** By reading: the client has no request that only asks. */
  async stat(uri: string): Promise<'file' | 'folder' | undefined> {
    const result = await this.readText(uri, { maxBytes: Number.MAX_SAFE_INTEGER });
    return 'text' in result ? 'file' : undefined;
  }

  async #ignoreRules(files: readonly { readonly uri: string; readonly path: string }[]): Promise<ScopedIgnores> {
    const rules = new ScopedIgnores();
    for (const { uri, path } of files) {
      if (path !== '.gitignore' && !path.endsWith('/.gitignore')) continue;
      const read = await this.readText(uri, { maxBytes: MAX_GITIGNORE });
      if ('text' in read) rules.add(path.slice(0, Math.max(0, path.lastIndexOf('/'))), read.text);
    }
    return rules;
  }
}

/** `.gitignore` files of a flat list, each applied to what lies below its folder. */
class ScopedIgnores {
  readonly #texts = new Map<string, string>();
  readonly #rules = new Map<string, IgnoreRules>();

  add(folder: string, text: string): void {
    this.#texts.set(folder, text);
  }

  ignores(path: string, isFolder: boolean): boolean {
    return this.#rulesOf(path.slice(0, Math.max(0, path.lastIndexOf('/')))).ignores(path, isFolder);
  }

  #rulesOf(folder: string): IgnoreRules {
    const known = this.#rules.get(folder);
    if (known) return known;
    const outer = folder === '' ? IgnoreRules.none() : this.#rulesOf(folder.slice(0, Math.max(0, folder.lastIndexOf('/'))));
    const text = this.#texts.get(folder);
    const rules = text === undefined ? outer : outer.with(folder, text);
    this.#rules.set(folder, rules);
    return rules;
  }
}

/** `a/b/c` → `a`, `a/b`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
