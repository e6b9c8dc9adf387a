import type { YamlDocument, YamlNode } from '../node.ts';
import { columnOf, lineEnding } from './lines.ts';
import { ownPairs } from './own.ts';

/** How a document is laid out. */
export interface YamlLayout {
  /** Blanks by which a mapping stands deeper than its key. */
  readonly width: number;
  /** Blanks by which a list's `-` stands deeper than its key: 0 or more. */
  readonly sequenceIndent: number;
  readonly lineEnding: '\n' | '\r\n';
}

/** A document never changes, and every fix of it asks: its layout is found once. */
const found = new WeakMap<YamlDocument, YamlLayout>();

/**
 * Finds a document's indent, the first nested mapping and the first list under a key telling it; 2 and 2 when nothing does.
 * `a:\n- b` gives a `sequenceIndent` of 0, `a:\n    b: c` a `width` of 4.
 */
export function detectIndent(document: YamlDocument): YamlLayout {
  const known = found.get(document);
  if (known) return known;
  const layout = readLayout(document);
  found.set(document, layout);
  return layout;
}

function readLayout(document: YamlDocument): YamlLayout {
  const { text } = document;
  let width: number | undefined;
  let sequenceIndent: number | undefined;
  const visit = (node: YamlNode): void => {
    if (node.via || (width !== undefined && sequenceIndent !== undefined)) return;
    if (node.kind === 'seq' && !node.flow) for (const item of node.items) visit(item);
    if (node.kind !== 'map' || node.flow) return;
    for (const { keyNode, value } of ownPairs(node)) {
      const collection = value.kind !== 'scalar' && !value.flow && !value.via;
      if (!collection) continue;
      const deeper = columnOf(text, value.span.start) - columnOf(text, keyNode.span.start);
      if (value.kind === 'map' && deeper > 0) width ??= deeper;
      if (value.kind === 'seq' && deeper >= 0) sequenceIndent ??= deeper;
      visit(value);
    }
  };
  if (document.root) visit(document.root);
  return { width: width ?? 2, sequenceIndent: sequenceIndent ?? width ?? 2, lineEnding: lineEnding(text) };
}
