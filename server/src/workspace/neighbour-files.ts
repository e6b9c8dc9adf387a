import { neighbourUri } from '../analysis/neighbours.ts';
import type { FileAnalysis } from '../analysis/types.ts';
import type { Neighbours } from '../core/neighbours.ts';
import type { FileSystem, ReadResult } from './host.ts';
import { isProblem } from './host.ts';
import { remembered } from './remembered.ts';
import { parentOf, relativePath, uriKey } from './uris.ts';

/** Longest neighbour that is read, in bytes. */
const MAX_BYTES = 1024 * 1024;
/** A file that names a file that names a file …: so often is it judged again with what was loaded. */
const MAX_ROUNDS = 6;

/** Where the texts of neighbours come from. */
export interface NeighbourSource {
  /** The text of a file that is open in an editor: it wins over the disk. */
  openText(uri: string): string | undefined;
  /** The folders that may be read in; where there are none, a file's own folder. Nothing outside of them is ever read. */
  folders(): readonly string[];
  /** Reads a file that lies in one of `within`, links followed; null where it can't. */
  read(uri: string, within: readonly string[]): Promise<ReadResult>;
  /** The same at once; undefined where that can't be, and is to be waited for. */
  readNow?(uri: string, within: readonly string[]): ReadResult | undefined;
}

/** Neighbours straight from a file system. */
export function readFrom(files: FileSystem): NeighbourSource['read'] {
  return (uri, within) => files.readText(uri, { maxBytes: MAX_BYTES, within });
}

/** The same at once, where the file system can. */
export function readNowFrom(files: FileSystem): Required<NeighbourSource>['readNow'] {
  return (uri, within) => files.readTextNow?.(uri, { maxBytes: MAX_BYTES, within });
}

/**
 * The texts of files that the judgement of others has asked for. Judging is synchronous, reading is not: what is missing at first is
 * told by the analysis, loaded, and the file judged again.
 */
export class NeighbourFiles {
  readonly #source: NeighbourSource;
  /** By key: the text, or null for a file that is not there or can't be read. */
  readonly #texts = new Map<string, string | null>();
  readonly #loading = new Map<string, Promise<ReadResult>>();
  /** Which files read a file; by keys. */
  readonly #readers = new Map<string, Set<string>>();
  readonly #reads = new Map<string, readonly string[]>();

  constructor(source: NeighbourSource) {
    this.#source = source;
  }

  /** The neighbours of a file, as far as they are loaded when they are read. */
  of(uri: string): Neighbours {
    const targets = new Map<string, string | undefined>();
    const targetOf = (path: string): string | undefined => {
      const target = neighbourUri(uri, path);
      return target !== undefined && this.#isWithin(uri, target) ? target : undefined;
    };
    return {
      read: (path) => {
        if (!targets.has(path)) targets.set(path, targetOf(path));
        const target = targets.get(path);
        return target === undefined ? undefined : (this.#known(target) ?? this.#readNow(target, uri));
      },
    };
  }

  /** The text of a file that the judgement of others has read; undefined when there is none. */
  textOf(uri: string): string | undefined {
    return this.#known(uri) ?? undefined;
  }

  /** Whether all that an analysis has read still gives the same. */
  isCurrent({ file, reads }: FileAnalysis): boolean {
    if (!reads) return true;
    for (const [uri, text] of reads) if ((this.#isWithin(file.uri, uri) ? this.#known(uri) : undefined) !== text) return false;
    return true;
  }

  /** Judges, loads what was asked for, and judges again until nothing is missing. */
  async judge(judge: (previous?: FileAnalysis) => FileAnalysis): Promise<FileAnalysis> {
    let analysis = judge();
    for (let round = 0; round < MAX_ROUNDS && analysis.reads; round++) {
      const missing = this.#missing(analysis);
      if (missing.length > 0) {
        await Promise.all(missing.map((uri) => this.load(uri, analysis.file.uri)));
      } else if (this.isCurrent(analysis)) break;
      analysis = judge(analysis);
    }
    this.#remember(analysis);
    return analysis;
  }

  /** Loads a neighbour of a file, unless it is there already. */
  async load(uri: string, forFile: string): Promise<void> {
    const key = uriKey(uri);
    if (this.#known(uri) !== undefined || !this.#isWithin(forFile, uri)) return;
    const loading = remembered(this.#loading, key, () => this.#source.read(uri, this.#rootsOf(forFile)));
    const read = await loading;
    // Changed while it was read: what was read may be the old text.
    if (this.#loading.get(key) !== loading) return;
    this.#loading.delete(key);
    this.#texts.set(key, isProblem(read) ? null : read.text);
  }

  #readNow(uri: string, forFile: string): string | null | undefined {
    const key = uriKey(uri);
    if (this.#texts.has(key)) return this.#texts.get(key);
    const read = this.#source.readNow?.(uri, this.#rootsOf(forFile));
    if (!read) return undefined;
    const text = isProblem(read) ? null : read.text;
    this.#texts.set(key, text);
    return text;
  }

  /** A file changed: it is read again when next needed. Gives the keys of the files that were judged by it. */
  changed(uri: string): readonly string[] {
    if (this.#readers.size === 0 && this.#texts.size === 0 && this.#loading.size === 0) return [];
    const key = uriKey(uri);
    this.#texts.delete(key);
    this.#loading.delete(key);
    return [...(this.#readers.get(key) ?? [])];
  }

  /** A file is no longer judged. */
  drop(uri: string): void {
    const key = uriKey(uri);
    for (const read of this.#reads.get(key) ?? []) {
      const readers = this.#readers.get(read);
      readers?.delete(key);
      if (readers?.size === 0) this.#readers.delete(read);
    }
    this.#reads.delete(key);
  }

  #remember({ file, reads }: FileAnalysis): void {
    if (!reads && this.#reads.size === 0) return;
    this.drop(file.uri);
    if (!reads) return;
    const key = uriKey(file.uri);
    const keys = [...reads.keys()].map(uriKey);
    this.#reads.set(key, keys);
    for (const read of keys) remembered(this.#readers, read, () => new Set<string>()).add(key);
  }

  #missing({ file, reads }: FileAnalysis): string[] {
    return [...(reads?.keys() ?? [])].filter((uri) => this.#known(uri) === undefined && this.#isWithin(file.uri, uri));
  }

  #known(uri: string): string | null | undefined {
    return this.#source.openText(uri) ?? this.#texts.get(uriKey(uri));
  }

  #isWithin(file: string, uri: string): boolean {
    return this.#rootsOf(file).some((folder) => relativePath(folder, uri) !== undefined);
  }

  #rootsOf(file: string): readonly string[] {
    const folders = this.#source.folders();
    if (folders.some((folder) => relativePath(folder, file) !== undefined)) return folders;
    const own = parentOf(file);
    return own === undefined ? [] : [own];
  }
}
