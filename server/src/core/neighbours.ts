/**
 * Other files, as the judgement of one file sees them: what a Compose file extends or includes, the `.dockerignore` beside a
 * Dockerfile, a chart's `values.yaml`. Pure: whoever calls the engine loads what was asked for and judges again.
 */
export interface Neighbours {
  /**
   * The text of another file. `path` is relative to the folder of the judged file, with `/` and `..`. Null: there is no such
   * file, or it can't be read. Undefined: it is not known (not loaded yet, or there is no file system): judged as dynamic.
   */
  read(path: string): string | null | undefined;
}

/** Where there is no file system: nothing is known of any other file. */
export const NO_NEIGHBOURS: Neighbours = { read: () => undefined };
