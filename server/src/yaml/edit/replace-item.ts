import { contains } from '../../core/span.ts';
import type { YamlDocument, YamlSeq } from '../node.ts';
import { detectIndent } from './detect-indent.ts';
import { isJson } from './flow.ts';
import { columnOf } from './lines.ts';
import { ownSpan } from './own.ts';
import { renderBlock, renderFlow, type YamlData } from './render.ts';
import { dropReason, refuse, sharedReason, type YamlEdit } from './result.ts';
import { setScalar } from './set-scalar.ts';

/**
 * Puts other data in the place of an item; a scalar for a scalar keeps its quotes.
 * Before: `- "8080:80"`; after `replaceItem(document, seq, 0, '127.0.0.1:8080:80')`: `- "127.0.0.1:8080:80"`.
 */
export function replaceItem(document: YamlDocument, seq: YamlSeq, index: number, data: YamlData): YamlEdit {
  const item = seq.items[index];
  if (!item) return refuse('It is not there.');
  const shared = sharedReason(seq) ?? sharedReason(item);
  if (shared !== undefined) return refuse(shared);
  if (item.kind === 'scalar' && (typeof data !== 'object' || data === null)) return setScalar(document, item, data ?? 'null');
  const at = ownSpan(item);
  const reason = dropReason(document, item, at);
  if (reason !== undefined) return refuse(reason);
  if (document.comments.some((c) => contains(at, c.span))) return refuse('A comment stands in it.');
  if (item.kind === 'scalar' && (item.style === 'literal' || item.style === 'folded'))
    return refuse('It is a text over several lines.');
  const style = { ...detectIndent(document), flowLists: false };
  const flow = seq.flow || isInFlow(document, seq);
  const text = flow
    ? renderFlow(data, isJson(document))
    : renderBlock(data, columnOf(document.text, at.start) + (at.start === at.end ? 1 : 0), style);
  return [{ span: at, text: at.start === at.end ? ` ${text}` : text }];
}

function isInFlow(document: YamlDocument, seq: YamlSeq): boolean {
  return '[{'.includes(document.text[seq.span.start] ?? ' ');
}
