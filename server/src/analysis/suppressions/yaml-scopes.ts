import type { Comment } from '../../core/comment.ts';
import { LineIndex } from '../../core/line-index.ts';
import type { Span } from '../../core/span.ts';
import type { YamlDocument, YamlNode } from '../../yaml/node.ts';
import type { Scopes } from './directive.ts';

/**
 * A comment above a node holds for the outermost node that starts on the next line of content; a trailing comment for the
 * outermost entry that starts on its own line. Above the document's first node it holds for the document.
 */
export function yamlScopes(document: YamlDocument): Scopes {
  const lines = new LineIndex(document.text);
  const whole = { start: 0, end: document.text.length };
  let byLine: Map<number, Span> | undefined;
  const entries = () => {
    byLine ??= entriesByLine(document.root, lines);
    return byLine;
  };
  const after = (line: number): Span | undefined => {
    for (let next = line; next < lines.lineCount; next++) {
      const found = entries().get(next);
      if (found) return found;
    }
    return undefined;
  };
  const next = (comment: Comment) => {
    const first = document.root?.span.start ?? 0;
    if (comment.span.start < first) return whole;
    return after(lines.lineAt(comment.span.start) + 1);
  };
  return {
    whole,
    next,
    here: (comment) => entries().get(lines.lineAt(comment.span.start)) ?? lineSpan(lines, comment.span.start),
    stage: next,
  };
}

function lineSpan(lines: LineIndex, offset: number): Span {
  const line = lines.lineAt(offset);
  return { start: lines.lineStart(line), end: lines.lineEnd(line) };
}

/** The outermost pair or item that starts on each line; the root itself does not count. */
function entriesByLine(root: YamlNode | undefined, lines: LineIndex): Map<number, Span> {
  const found = new Map<number, Span>();
  const add = (span: Span) => {
    const line = lines.lineAt(span.start);
    if (!found.has(line)) found.set(line, span);
  };
  const visit = (node: YamlNode) => {
    if (node.kind === 'map')
      for (const pair of [...node.pairs, ...node.duplicates]) {
        if (pair.via) continue;
        if (pair.value.via) add(pair.span);
        else {
          add({ start: pair.span.start, end: Math.max(pair.span.end, pair.value.span.end) });
          visit(pair.value);
        }
      }
    else if (node.kind === 'seq')
      for (const item of node.items) {
        if (item.via) continue;
        add(item.span);
        visit(item);
      }
  };
  if (root) visit(root);
  return found;
}
