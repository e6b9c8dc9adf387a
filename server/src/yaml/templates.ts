import type { Span } from '../core/span.ts';
import type { RawCollection, RawNode, RawScalar } from './raw.ts';
import type { TemplateMask } from './template-mask.ts';
import { markUnknown } from './unknown-keys.ts';

function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

class Restorer {
  readonly #source: string;
  readonly #mask: TemplateMask;
  readonly #runs: RegExp;

  constructor(source: string, mask: TemplateMask) {
    this.#source = source;
    this.#mask = mask;
    const [a, b] = mask.standIns;
    this.#runs = new RegExp(`${a}+|${b}+`, 'g');
  }

  /** Puts the expressions back into a scalar's text and calls it dynamic. Gives whether there was one. */
  scalar(node: RawScalar): boolean {
    const expressions: string[] = [];
    for (let i = firstFrom(this.#mask.inline, node.span.start); i < this.#mask.inline.length; i++) {
      const action = this.#mask.inline[i];
      if (!action || action.start >= node.span.end) break;
      expressions.push(this.#source.slice(action.start, action.end));
    }
    if (expressions.length === 0) return false;
    let next = 0;
    node.text = node.text.replace(this.#runs, (run) => expressions[next++] ?? run);
    node.template = expressions.join(' ');
    return true;
  }

  node(node: RawNode): void {
    if (node.kind === 'scalar') this.scalar(node);
    else if (node.kind === 'seq') for (const item of node.items) this.node(item);
    else if (node.kind === 'map') {
      for (const entry of node.entries) {
        if (entry.key.kind === 'scalar' && this.scalar(entry.key)) this.#rename(node, entry.key, entry);
        this.node(entry.value);
      }
    }
  }

  /** A key that rendering decides may be any key. */
  #rename(map: RawCollection, key: RawScalar, entry: { name: string; value: RawNode }): void {
    entry.name = key.text;
    key.slot = key.text;
    entry.value.slot = key.text;
    map.open = true;
  }
}

/**
 * Gives the nodes parsed from a masked text what the mask hid: expressions in scalars (now dynamic), and collections that a
 * hidden line may add to (now open). `source` is the text before masking.
 */
export function restoreTemplates(source: string, root: RawNode | undefined, mask: TemplateMask): void {
  if (!root) return;
  new Restorer(source, mask).node(root);
  for (const { span, column, emits } of mask.blanks) {
    if (emits) markUnknown(source, root, span, column, source.slice(span.start, span.end));
  }
}
