import type { FixOffer } from '../../core/finding.ts';
import type { YamlScalar } from '../../yaml/node.ts';
import type { FixText } from '../edit.ts';
import { change, offer } from '../edit.ts';
import type { EffectiveService } from '../model/service.ts';

/** `22:22` → `"22:22"`: a plain scalar of the document gets quotes, where it is written. Refused for one that holds quotes or escapes. */
export function quoteScalar({ document }: EffectiveService, node: YamlScalar, text: FixText): FixOffer {
  if (node.style !== 'plain' || /["\\]/.test(node.text) || document.text.slice(node.span.start, node.span.end) !== node.text)
    return { title: text.title, refused: 'it can not be quoted as it is written' };
  return offer(text, change(document, [{ span: node.span, text: `"${node.text}"` }], node.route));
}
