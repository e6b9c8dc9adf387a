/**
 * Where in a `.seaworthy.yaml` the cursor is, from the lines around it alone: while a line is being typed there is no YAML to read.
 */

/** The keys above the cursor, outermost first; `key` is set where a value is being typed. `typed` ends at the cursor. */
export interface ConfigPlace {
  readonly path: readonly string[];
  readonly key?: string;
  readonly typed: string;
}

const KEY = /^(\s*(?:-\s+)*)(?:"([^"]*)"|'([^']*)'|([^\s#:'"][^:#]*?))\s*:(?=\s|$)\s*(.*)$/;

/** The place at the end of `before`, the text up to the cursor. */
export function configPlace(before: string): ConfigPlace {
  const lines = before.split(/\r?\n/);
  const last = lines.pop() ?? '';
  const pair = KEY.exec(last);
  const indent = pair ? (pair[1] ?? '').length : (/^\s*(?:-\s+)*/.exec(last)?.[0].length ?? 0);
  const path: string[] = [];
  let below = indent;
  for (const line of lines.reverse()) {
    if (below === 0) break;
    const above = KEY.exec(line);
    const column = (above?.[1] ?? '').length;
    if (!above || column >= below) continue;
    path.unshift(keyOf(above));
    // A list may stand in its key's own column: its items' dash says how deep they are.
    below = /-/.test(above[1] ?? '') ? (/^\s*/.exec(line)?.[0].length ?? 0) + 1 : column;
  }
  if (pair) return { path, key: keyOf(pair), typed: pair[5] ?? '' };
  return { path, typed: last.slice(indent).replace(/^["']/, '') };
}

function keyOf(match: RegExpExecArray): string {
  return match[2] ?? match[3] ?? match[4] ?? '';
}
