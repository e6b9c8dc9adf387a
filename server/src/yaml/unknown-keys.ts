import type { Span } from '../core/span.ts';
import type { RawCollection, RawNode } from './raw.ts';

function columnOf(text: string, offset: number): number {
  return offset === 0 ? 0 : offset - 1 - text.lastIndexOf('\n', offset - 1);
}

/** Index of the last part that starts at or before `offset`; -1 when none does. */
function lastBefore<T>(list: readonly T[], start: (item: T) => number, offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && start(item) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function childAt(text: string, node: RawCollection, hidden: Span): RawNode | undefined {
  if (node.kind === 'map') return node.entries[lastBefore(node.entries, (e) => e.key.span.start, hidden.start)]?.value;
  const index = lastBefore(node.items, (item) => item.span.start, hidden.start);
  // What was hidden behind a `- ` stands before the rest of its item.
  const next = node.items[index + 1];
  return next && text.slice(hidden.end, next.span.start).trim() === '' ? next : node.items[index];
}

/**
 * Marks what unknown YAML at `hidden` (a masked line whose text would start in column `column`) may add to: the collections
 * that stand in that column become open; a value that is not there, or a scalar around the line, becomes dynamic with
 * `expression` as its template. When no column fits, the innermost collection to the left of it is open.
 */
export function markUnknown(text: string, root: RawNode | undefined, hidden: Span, column: number, expression: string): void {
  let nearest: RawCollection | undefined;
  let found = false;
  let node = root;
  while (node && node.kind !== 'alias') {
    const { span } = node;
    const inside = span.start <= hidden.start && hidden.end <= span.end;
    if (node.kind === 'scalar') {
      const unwritten = node.style === 'plain' && span.start === span.end;
      const emptyBlock = (node.style === 'literal' || node.style === 'folded') && node.text.trim() === '';
      // Text in the column of a key above is that key's value only when it has none yet: `items:` over `- a` in the same column.
      if (found && node.template !== undefined) return;
      if (inside || unwritten || emptyBlock) {
        node.template = node.template === undefined ? expression : `${node.template} ${expression}`;
        return;
      }
      break;
    }
    if (node.flow) {
      if (!inside) break;
      node.open = true;
      found = true;
    } else {
      const own = columnOf(text, span.start);
      if (own > column && nearest) break;
      nearest = node;
      if (own === column) {
        node.open = true;
        found = true;
      }
    }
    node = childAt(text, node, hidden);
  }
  if (!found && nearest) nearest.open = true;
}
