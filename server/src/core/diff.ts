import type { TextEdit } from './text-edit.ts';

/** Lines `[beforeStart, beforeEnd)` of one text stand where `[afterStart, afterEnd)` of the other do. 0-based. */
export interface LineHunk {
  readonly beforeStart: number;
  readonly beforeEnd: number;
  readonly afterStart: number;
  readonly afterEnd: number;
}

/** Splits into lines that keep their endings; joined they are the text again. */
export function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Beyond so many differing lines the middle is one hunk: exact, only less fine. */
const MAX_DISTANCE = 2000;

/**
 * The differing stretches of two lists of lines, by Myers' greedy algorithm
 * (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
 */
export function diffLines(before: readonly string[], after: readonly string[]): LineHunk[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let endBefore = before.length;
  let endAfter = after.length;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  if (start === endBefore && start === endAfter) return [];
  const pairs = commonPairs(before.slice(start, endBefore), after.slice(start, endAfter));
  const hunks: LineHunk[] = [];
  let b = start;
  let a = start;
  for (const [nextB, nextA] of [...pairs.map(([x, y]) => [x + start, y + start] as const), [endBefore, endAfter] as const]) {
    if (nextB > b || nextA > a) hunks.push({ beforeStart: b, beforeEnd: nextB, afterStart: a, afterEnd: nextA });
    b = nextB + 1;
    a = nextA + 1;
  }
  return hunks;
}

/** Index pairs of equal lines on a shortest edit path. */
function commonPairs(before: readonly string[], after: readonly string[]): [number, number][] {
  const max = Math.min(before.length + after.length, MAX_DISTANCE);
  const trace: Map<number, number>[] = [];
  let v = new Map<number, number>([[1, 0]]);
  for (let d = 0; d <= max; d++) {
    trace.push(new Map(v));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (v.get(k - 1) ?? -1) < (v.get(k + 1) ?? -1));
      let x = down ? (v.get(k + 1) ?? 0) : (v.get(k - 1) ?? 0) + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x++;
      v.set(k, x);
      if (x >= before.length && x - k >= after.length) return backtrack(trace, before.length, after.length);
    }
    v = new Map(v);
  }
  return [];
}

function backtrack(trace: readonly Map<number, number>[], x: number, y: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let d = trace.length - 1; d >= 0; d--) {
    const v = trace[d] ?? new Map<number, number>();
    const k = x - y;
    const down = k === -d || (k !== d && (v.get(k - 1) ?? -1) < (v.get(k + 1) ?? -1));
    const previousK = down ? k + 1 : k - 1;
    const previousX = d === 0 ? 0 : (v.get(previousK) ?? 0);
    const previousY = d === 0 ? 0 : previousX - previousK;
    while (x > previousX && y > previousY && x > 0 && y > 0) {
      x--;
      y--;
      pairs.push([x, y]);
    }
    x = previousX;
    y = previousY;
  }
  return pairs.reverse();
}

/** The edits that turn `before` into `after`: whole lines first, then trimmed to the characters that differ. */
export function minimalEdits(before: string, after: string): TextEdit[] {
  const beforeLines = splitLines(before);
  const afterLines = splitLines(after);
  const beforeStarts = offsets(beforeLines);
  return diffLines(beforeLines, afterLines).map((hunk) => {
    const start = beforeStarts[hunk.beforeStart] ?? before.length;
    const old = beforeLines.slice(hunk.beforeStart, hunk.beforeEnd).join('');
    return trimmed(start, old, afterLines.slice(hunk.afterStart, hunk.afterEnd).join(''));
  });
}

function offsets(lines: readonly string[]): number[] {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  return starts;
}

function trimmed(start: number, old: string, text: string): TextEdit {
  let head = 0;
  while (head < old.length && head < text.length && old[head] === text[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < text.length - head && old[old.length - 1 - tail] === text[text.length - 1 - tail])
    tail++;
  return { span: { start: start + head, end: start + old.length - tail }, text: text.slice(head, text.length - tail) };
}

/** A unified diff of two texts with three lines of context, as `patch` reads it; empty when they are equal. */
export function unifiedDiff(name: string, before: string, after: string): string {
  const a = splitLines(before);
  const b = splitLines(after);
  const hunks = diffLines(a, b);
  if (hunks.length === 0) return '';
  const groups: LineHunk[][] = [];
  for (const hunk of hunks) {
    const last = groups.at(-1)?.at(-1);
    if (last && hunk.beforeStart - last.beforeEnd <= 6) groups.at(-1)?.push(hunk);
    else groups.push([hunk]);
  }
  // As git does: a tab ends a name with blanks, which patch would else cut short.
  const file = /\s/.test(name) ? `${name}\t` : name;
  return `--- a/${file}\n+++ b/${file}\n${groups.map((group) => hunkText(group, a, b)).join('')}`;
}

function hunkText(group: readonly LineHunk[], a: readonly string[], b: readonly string[]): string {
  const first = group[0] as LineHunk;
  const last = group.at(-1) as LineHunk;
  const from = Math.max(0, first.beforeStart - 3);
  const to = Math.min(a.length, last.beforeEnd + 3);
  const fromAfter = first.afterStart - (first.beforeStart - from);
  const lines: string[] = [];
  let at = from;
  for (const hunk of group) {
    lines.push(...a.slice(at, hunk.beforeStart).map((l) => ` ${l}`));
    lines.push(...a.slice(hunk.beforeStart, hunk.beforeEnd).map((l) => `-${l}`));
    lines.push(...b.slice(hunk.afterStart, hunk.afterEnd).map((l) => `+${l}`));
    at = hunk.beforeEnd;
  }
  lines.push(...a.slice(at, to).map((l) => ` ${l}`));
  const added = group.reduce((n, h) => n + (h.afterEnd - h.afterStart) - (h.beforeEnd - h.beforeStart), 0);
  const header = `@@ -${range(from, to - from)} +${range(fromAfter, to - from + added)} @@\n`;
  return header + lines.map((l) => (l.endsWith('\n') ? l : `${l}\n\\ No newline at end of file\n`)).join('');
}

function range(start: number, count: number): string {
  return count === 1 ? `${start + 1}` : `${count === 0 ? start : start + 1},${count}`;
}
