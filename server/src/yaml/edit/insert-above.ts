import { span } from '../../core/span.ts';
import type { YamlDocument, YamlNode } from '../node.ts';
import { dashOf } from './block.ts';
import { lineEnding, lineStart } from './lines.ts';
import { homesOf } from './own.ts';
import { refuse, type YamlEdit } from './result.ts';

/**
 * Puts a comment on a line of its own above the key or item that a node belongs to, in that line's indent; above the key of the
 * outermost flow collection when the node stands in one. A node that is used through an alias gets it where it is written.
 * Before: `  privileged: true`; after `insertAbove(document, node, '# why')`: `  # why` above it.
 */
export function insertAbove(document: YamlDocument, node: YamlNode, commentLine: string): YamlEdit {
  if (!commentLine.startsWith('#') || /[\r\n]/.test(commentLine)) return refuse('This is no comment of one line.');
  const { text } = document;
  let at = document.root?.span.start ?? 0;
  for (const home of homesOf(document, node.route)) {
    if (home.kind === 'pair' ? home.map.flow : home.seq.flow) break;
    at = home.kind === 'pair' ? home.pair.keyNode.span.start : (dashOf(document, home) ?? at);
  }
  const start = lineStart(text, at);
  const begin = text[start] === '\uFEFF' ? start + 1 : start;
  const indent = /^[ \t]*/.exec(text.slice(begin, at))?.[0] ?? '';
  return [{ span: span(begin, begin), text: `${indent}${commentLine}${lineEnding(text)}` }];
}
