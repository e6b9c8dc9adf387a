/**
 * Everything asynchronous and impure that the rooms above the engine need, as interfaces: a disk, an editor's virtual file
 * system or a test's map of texts stand behind them alike. Places are URIs, as strings, of any scheme.
 */

/** A text that was read, or why it was not, in words for the user. */
export type ReadResult =
  | {
      /** Without its byte order mark, so that offsets are those an editor counts. */
      readonly text: string;
      /** Whether the file begins with a byte order mark; whoever writes it back puts it there again. */
      readonly bom: boolean;
    }
  | { readonly problem: string };

export function isProblem(result: ReadResult): result is { readonly problem: string } {
  return 'problem' in result;
}

export interface ReadOptions {
  /** Larger files are not read; in bytes. */
  readonly maxBytes: number;
  /** Folders: a file that, links followed, lies in none of them is not read. Everywhere when it is left out. */
  readonly within?: readonly string[];
}

export interface ListOptions {
  /** Globs relative to the listed folder (`vendor/**`); a folder that matches is not entered. */
  readonly exclude: readonly string[];
  /** False: also what `.gitignore` files leave out. */
  readonly gitignore?: boolean;
  readonly signal: AbortSignal;
  /** Only the folder itself, not those in it. */
  readonly shallow?: boolean;
  /** Told the names of all that is in a folder, also of what is left out, when it is entered; a file system need not tell. */
  readonly entered?: (folder: string, names: readonly string[]) => void;
}

/** A file that was found, or a place that could not be looked into. */
export type ListEntry =
  | {
      readonly kind: 'file';
      readonly uri: string;
      /** Relative to the listed folder, with `/`. */
      readonly path: string;
      /** In bytes; undefined where the file system does not say without another round trip. */
      readonly size?: number;
    }
  | { readonly kind: 'skipped'; readonly uri: string; readonly reason: string };

export interface FileSystem {
  /** The file's text; never throws: a file that is binary, too large, unreadable or gone is a problem in plain words. */
  readText(uri: string, options: ReadOptions): Promise<ReadResult>;
  /** The same at once, where the file system can; undefined for a place where it can't. */
  readTextNow?(uri: string, options: ReadOptions): ReadResult | undefined;
  /**
   * The files below a folder, in a fixed order, without those that `.gitignore` files (unless `gitignore` is false) or `exclude` leave out, and never
   * `.git` or `node_modules`. Ends early, without an error, when `signal` aborts.
   */
  list(folder: string, options: ListOptions): AsyncIterable<ListEntry>;
  /** What is at a place; undefined when there is nothing or it can't be told. */
  stat(uri: string): Promise<'file' | 'folder' | undefined>;
}

/** A timer that was started. */
export interface Timer {
  cancel(): void;
}

export interface Clock {
  /** Milliseconds from some fixed moment, never going back. */
  now(): number;
  /** The day in UTC, `YYYY-MM-DD`. */
  today(): string;
  /** Calls `callback` once after `milliseconds`; 0 is the next turn of the event loop. */
  after(milliseconds: number, callback: () => void): Timer;
  /** Lets waiting input and output through. */
  yieldNow(): Promise<void>;
}

export interface Logger {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
}

/** All that the workspace needs from where it runs. */
export interface Host {
  readonly files: FileSystem;
  readonly clock: Clock;
  readonly log: Logger;
}
