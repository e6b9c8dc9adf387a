import type { FixOffer } from '../../core/finding.ts';
import type { FixText } from '../edit.ts';
import { change, offer, refusalOf } from '../edit.ts';
import type { EffectiveService } from '../model/service.ts';

/**
 * `ports:` → `ports: !override`: the list of the service replaces those of other files and of extended services, and is not added to
 * them (Compose spec, "Merge", "Replace value").
 */
export function replaceInherited({ document, node }: EffectiveService, key: string, text: FixText): FixOffer {
  const pair = node.get(key);
  const refused = refusalOf(pair?.via ?? pair?.value.via ?? node.via, `\`${key}\``);
  const at = pair?.keyNode.span.end ?? 0;
  if (!pair || refused !== undefined)
    return { title: text.title, refused: refused ?? `\`${key}\` is not written in this service` };
  if (pair.value.tag !== undefined || pair.value.anchor !== undefined || document.text[at] !== ':')
    return { title: text.title, refused: `\`${key}\` has a tag or an anchor` };
  return offer(text, change(document, [{ span: { start: at + 1, end: at + 1 }, text: ' !override' }], [...node.route, key]));
}
