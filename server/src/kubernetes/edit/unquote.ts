import type { FixOffer } from '../../core/finding.ts';
import * as yaml from '../../yaml/edit.ts';
import { documentOf, type Offer, offerOf } from '../edit.ts';
import type { Mapping } from '../model/mapping.ts';
import type { Container, Workload } from '../model/model.ts';

/** Takes the quotes off a value, so that it is no string any more. Before: `runAsNonRoot: "true" # x`; after: `runAsNonRoot: true # x`. */
export function unquote(owner: Workload | Container, fields: Mapping, key: string, offer: Offer): FixOffer {
  const pair = fields.pair(key);
  if (pair?.value.kind !== 'scalar') return { title: offer.title, refused: `\`${key}\` is not written here.` };
  if (pair.via) return { title: offer.title, refused: `\`${key}\` comes through a merge key; change it where it is written.` };
  const { value } = pair;
  const document = documentOf(owner);
  const quoted = yaml.setScalar(document, value, value.text);
  const edit = yaml.isRefused(quoted) ? quoted : [{ span: value.span, text: value.text }];
  return offerOf(document, offer, [value.route], [value.route], edit);
}
