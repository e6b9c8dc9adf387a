import type { RawAlias, RawDocument, RawError, RawNode } from './raw.ts';

const MAX_HEIGHT = 200;
const MAX_ADDED_NODES = 500_000;
/** Tried in turn until the whole document stays small: how large a node an alias may stand for. */
const TARGET_SIZES = [10_000, 100, 0];

interface Measure {
  readonly size: number;
  readonly height: number;
}

type Blocked = { readonly alias: RawAlias; readonly cause: string };

/** Counts what a walk through all aliases would see, each anchor's body measured once. */
function measure(root: RawNode, largest: number): { readonly added: number; readonly blocked: readonly Blocked[] } {
  const bodies = new Map<RawNode, Measure>();
  const blocked: Blocked[] = [];
  let own = 0;
  const alias = (node: RawAlias): Measure => {
    const body = node.target && bodies.get(node.target);
    if (body && body.size <= largest && body.height <= MAX_HEIGHT) return body;
    blocked.push({ alias: node, cause: !node.target ? 'unknown-anchor' : body ? 'alias-too-large' : 'alias-cycle' });
    return { size: 1, height: 0 };
  };
  const visit = (node: RawNode): Measure => {
    own++;
    if (node.kind === 'alias') return alias(node);
    let size = 1;
    let height = 0;
    const add = (child: RawNode): void => {
      const inner = visit(child);
      size += inner.size;
      height = Math.max(height, inner.height + 1);
    };
    if (node.kind === 'seq') for (const item of node.items) add(item);
    else if (node.kind === 'map') {
      for (const entry of node.entries) {
        add(entry.key);
        add(entry.value);
      }
    }
    const result = { size, height };
    if (node.anchor !== undefined) bodies.set(node, result);
    return result;
  };
  const total = visit(root).size;
  return { added: total - own, blocked };
}

/**
 * Cuts the aliases that can't be expanded: no such anchor, a cycle, or a body that would make a walk through the document
 * explode ("billion laughs"). The cut ones keep no target; each kind is reported. Linear in the document's size.
 */
export function boundAliases(raw: RawDocument): RawError[] {
  if (!raw.root || raw.aliases.length === 0) return [];
  for (const largest of TARGET_SIZES) {
    const { added, blocked } = measure(raw.root, largest);
    if (added > MAX_ADDED_NODES && largest > 0) continue;
    for (const { alias } of blocked) alias.target = undefined;
    const seen = new Set<string>();
    return blocked.flatMap(({ alias, cause }) => {
      // One report tells of a bomb; a hundred thousand don't tell more.
      if (cause === 'alias-too-large' && seen.has(cause)) return [];
      seen.add(cause);
      return [{ span: alias.span, cause }];
    });
  }
  return [];
}
