import type { LocatedFinding } from './model.ts';

/** Where the cursor is: 0-based line and UTF-16 character in the file `uri`. */
export interface Cursor {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/**
 * The finding after (`step` 1) or before (`step` -1) the cursor. Within a file findings follow the text; behind a file's last
 * one comes the first of the next file, files being in the order in which the tree names them first; the last file is
 * followed by the first. Undefined only when there are no findings. Without a cursor, or with one in a file without
 * findings, the walk starts at the first file (or ends at the last).
 */
export function neighbour(
  order: readonly LocatedFinding[],
  cursor: Cursor | undefined,
  step: 1 | -1,
): LocatedFinding | undefined {
  const files = new Map<string, LocatedFinding[]>();
  for (const located of order) {
    const file = files.get(located.uri);
    if (file === undefined) files.set(located.uri, [located]);
    else file.push(located);
  }
  const walk = [...files.values()].flatMap((file) => file.sort(byPosition));
  if (walk.length === 0) return undefined;
  if (cursor === undefined || !files.has(cursor.uri)) return walk[step === 1 ? 0 : walk.length - 1];

  const here = walk.findIndex(({ uri }) => uri === cursor.uri);
  const end = here + (files.get(cursor.uri)?.length ?? 0);
  if (step === 1) {
    const next = walk.slice(here, end).findIndex((located) => fromCursor(located, cursor) > 0);
    return walk[(next === -1 ? end : here + next) % walk.length];
  }
  const before = walk.slice(here, end).filter((located) => fromCursor(located, cursor) < 0).length;
  return walk[(here + before - 1 + walk.length) % walk.length];
}

function byPosition(a: LocatedFinding, b: LocatedFinding): number {
  const start = a.finding.range.start;
  const other = b.finding.range.start;
  return start.line - other.line || start.character - other.character;
}

function fromCursor({ finding }: LocatedFinding, cursor: Cursor): number {
  return finding.range.start.line - cursor.line || finding.range.start.character - cursor.character;
}
