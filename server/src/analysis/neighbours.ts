import { URI, Utils } from 'vscode-uri';
import type { Neighbours } from '../core/neighbours.ts';
import { plainNeighbour } from './plain-uri.ts';
import type { FileAnalysis } from './types.ts';

/** What was read while a slice was judged: paths relative to the file's folder, with what they gave. */
export type Reads = ReadonlyMap<string, string | null | undefined>;

/** Neighbours that remember what was asked of them. */
export class RecordedNeighbours implements Neighbours {
  readonly reads = new Map<string, string | null | undefined>();
  readonly #from: Neighbours;

  constructor(from: Neighbours) {
    this.#from = from;
  }

  read(path: string): string | null | undefined {
    const text = this.#from.read(path);
    this.reads.set(path, text);
    return text;
  }
}

/** Whether everything that was read still gives the same. */
export function givesTheSame(reads: Reads, neighbours: Neighbours): boolean {
  for (const [path, text] of reads) if (neighbours.read(path) !== text) return false;
  return true;
}

/**
 * Where a path leads that is relative to the folder of `uri`, or absolute; undefined for a document without a folder (untitled).
 * A path is no URI reference: `#`, `?` and `%` in it are characters of names (RFC 3986, section 2.1, is applied when it is written out).
 */
export function neighbourUri(uri: string, path: string): string | undefined {
  const plain = plainNeighbour(uri, path);
  if (plain !== undefined) return plain;
  if (path.includes('\0')) return undefined;
  try {
    const file = URI.parse(uri);
    if (file.scheme === 'untitled' || !file.path.startsWith('/')) return undefined;
    return Utils.resolvePath(Utils.dirname(file), path).toString();
  } catch {
    return undefined;
  }
}

/** All that the slices of a file have read, by URI; undefined where nothing was. */
export function readsByUri(uri: string, all: readonly Reads[]): FileAnalysis['reads'] | undefined {
  const texts = new Map<string, string | null | undefined>();
  const seen = new Set<string>();
  for (const reads of all) {
    for (const [path, text] of reads) {
      if (seen.has(path)) continue;
      seen.add(path);
      const target = neighbourUri(uri, path);
      if (target !== undefined) texts.set(target, text);
    }
  }
  return texts.size > 0 ? texts : undefined;
}
