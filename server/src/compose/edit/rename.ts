import type { FixOffer } from '../../core/finding.ts';
import { renameKey } from '../../yaml/edit.ts';
import type { FixText } from '../edit.ts';
import { change, offer, refusalOf } from '../edit.ts';
import type { EffectiveService } from '../model/service.ts';

/** `cap-drop: [ALL]` → `cap_drop: [ALL]`: another name for a key of the service. Refused when it is inherited, or the name is taken. */
export function renameServiceKey({ document, node }: EffectiveService, key: string, to: string, text: FixText): FixOffer {
  const pair = node.get(key);
  const refused =
    refusalOf(pair?.via ?? pair?.keyNode.via ?? node.via, `\`${key}\``) ??
    (node.get(to) ? `\`${to}\` is there already` : undefined);
  if (refused !== undefined) return { title: text.title, refused };
  return offer(text, change(document, renameKey(document, node, key, to), [...node.route, key], [...node.route, to]));
}
