import type { YamlDocument, YamlScalar, YamlSeq } from '../node.ts';
import { insertAfter } from './block.ts';
import { detectIndent } from './detect-indent.ts';
import { fillNull } from './fill.ts';
import { addToFlow, isJson } from './flow.ts';
import { columnOf } from './lines.ts';
import { ownSpan } from './own.ts';
import { renderFlow, renderItem, renderText, type YamlData } from './render.ts';
import { refuse, sharedReason, type YamlEdit } from './result.ts';

/** The quotes that all items of a list have; plain when they differ or there are none. */
function commonStyle(seq: YamlSeq): YamlScalar['style'] {
  const styles = new Set(seq.items.map((item) => (item.kind === 'scalar' ? item.style : 'plain')));
  const [style] = styles;
  return styles.size === 1 && (style === 'single' || style === 'double') ? style : 'plain';
}

/**
 * Adds an item at the end of a list, in its indent and quotes; also to `[]` and to a key without a value.
 * Before: `cap_drop:\n- NET_RAW # c`; after `appendItem(document, seq, 'ALL')`: `cap_drop:\n- NET_RAW # c\n- ALL`.
 */
export function appendItem(document: YamlDocument, seq: YamlSeq | YamlScalar, item: YamlData): YamlEdit {
  const shared = sharedReason(seq);
  if (shared !== undefined) return refuse(shared);
  const style = { ...detectIndent(document), flowLists: false };
  if (seq.kind === 'scalar') return fillNull(document, seq, [item], style);
  const quotes = commonStyle(seq);
  if (seq.flow) {
    const text =
      typeof item === 'string' && !isJson(document) ? renderText(item, quotes, true) : renderFlow(item, isJson(document));
    return addToFlow(document, seq, text);
  }
  const last = seq.items.at(-1);
  if (!last || document.text[seq.span.start] !== '-') return refuse('It is not written in a way that can be extended.');
  const column = columnOf(document.text, seq.span.start);
  const rendered = typeof item === 'string' ? `- ${renderText(item, quotes, false)}` : renderItem(item, column, style);
  return insertAfter(document, last, ownSpan(last).end, column, rendered);
}
