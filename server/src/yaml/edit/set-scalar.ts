import { span } from '../../core/span.ts';
import type { YamlDocument, YamlScalar } from '../node.ts';
import { lineEnd } from './lines.ts';
import { homesOf } from './own.ts';
import { renderScalar } from './render.ts';
import { refuse, sharedReason, type YamlEdit } from './result.ts';

/** What may stand instead of a scalar; a string is written so that it is read back as a string. */
export type ScalarData = string | number | boolean;

/**
 * Gives a scalar another value. Its quotes, tag, anchor and comment stay; a plain one gets quotes only if it needs them; a
 * block scalar becomes a value on the line of its header. Offsets are those of the document's text.
 * Before: `user: 'root' # c`; after `setScalar(document, node, 'app')`: `user: 'app' # c`.
 */
export function setScalar(document: YamlDocument, node: YamlScalar, value: ScalarData): YamlEdit {
  const shared = sharedReason(node);
  if (shared !== undefined) return refuse(shared);
  const { text } = document;
  const { start, end } = node.span;
  const homes = homesOf(document, node.route);
  const flow = homes.some((home) => (home.kind === 'pair' ? home.map.flow : home.seq.flow));
  const home = homes.at(-1);
  if (node.style === 'literal' || node.style === 'folded') {
    const header = /^[|>][-+\d]*/.exec(text.slice(start, start + 4))?.[0].length ?? 1;
    const rest = span(Math.min(lineEnd(text, start), end), end);
    return [
      { span: span(start, start + header), text: renderScalar(value, 'plain', false) },
      ...(rest.end > rest.start ? [{ span: rest, text: '' }] : []),
    ];
  }
  const quoted = node.style === 'plain' ? value : String(value);
  const rendered = renderScalar(quoted, node.style, flow);
  if (start < end) return [{ span: node.span, text: rendered }];
  const colon = home?.kind === 'pair' && home.pair.keyNode.span.end === start ? ':' : '';
  const blank = start === 0 || text[start - 1] === '\n' ? '' : ' ';
  return [{ span: node.span, text: `${colon}${blank}${rendered}` }];
}
