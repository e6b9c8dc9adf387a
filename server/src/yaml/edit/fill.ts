import { span } from '../../core/span.ts';
import type { TextEdit } from '../../core/text-edit.ts';
import type { YamlDocument, YamlScalar } from '../node.ts';
import { dashOf } from './block.ts';
import { isJson } from './flow.ts';
import { columnOf, endsLine, lineEnd } from './lines.ts';
import { homesOf } from './own.ts';
import { isPlainSafe, type RenderStyle, renderBlock, renderFlow, type YamlData } from './render.ts';
import { refuse, sharedReason, type YamlEdit } from './result.ts';

/**
 * Writes data where a key or dash has no value (nothing, `null` or `~`): on deeper lines in block style, in brackets in flow style.
 * Before: `labels: # none`; after: `labels: # none` and `  app: web` below.
 */
export function fillNull(document: YamlDocument, node: YamlScalar, data: YamlData, style: RenderStyle): YamlEdit {
  const shared = sharedReason(node);
  if (shared !== undefined) return refuse(shared);
  if (!node.isNull) return refuse('It already has a value.');
  const { text } = document;
  const { start, end } = node.span;
  const homes = homesOf(document, node.route);
  const home = homes.at(-1);
  if (!home) return refuse('The document is empty.');
  if (homes.some((h) => (h.kind === 'pair' ? h.map.flow : h.seq.flow))) {
    const colon = home.kind === 'pair' && home.pair.keyNode.span.end === start ? ':' : '';
    const blank = start < end ? '' : ' ';
    return [{ span: node.span, text: `${colon}${blank}${renderFlow(data, isJson(document))}` }];
  }
  const anchor = home.kind === 'pair' ? home.pair.keyNode.span.start : dashOf(document, home);
  if (anchor === undefined || text.slice(anchor, start).includes('\n')) return refuse('Its value stands on a line of its own.');
  const scalar = typeof data !== 'object' || data === null;
  const rendered = renderBlock(data, 0, style);
  const short = scalar || rendered.startsWith('[') || rendered.startsWith('{');
  if (home.kind === 'item' && node.tag === undefined && node.anchor === undefined) {
    const item = renderBlock(data, columnOf(text, anchor) + 2, style);
    if (!short && !endsLine(text, end)) return refuse('Something else stands on its line.');
    if (short || lineEnd(text, end) === end) return [{ span: span(anchor + 1, end), text: ` ${item}` }];
  }
  if (short) return [{ span: node.span, text: start < end ? rendered : ` ${rendered}` }];
  const edits: TextEdit[] = [];
  if (start < end) {
    const from = start - (/[ \t]+$/.exec(text.slice(anchor, start))?.[0].length ?? 0);
    edits.push({ span: span(from, end), text: '' });
  }
  if (!endsLine(text, end)) return refuse('Something else stands on its line.');
  const column = columnOf(text, anchor) + (Array.isArray(data) && home.kind === 'pair' ? style.sequenceIndent : style.width);
  const at = lineEnd(text, end);
  edits.push({ span: span(at, at), text: `${style.lineEnding}${' '.repeat(column)}${renderBlock(data, column, style)}` });
  return edits;
}

/** A key as its siblings write theirs in flow style. */
export function flowKey(key: string, json: boolean): string {
  return json || !isPlainSafe(key, true) ? JSON.stringify(key) : key;
}
