import type { FixOffer } from '../../core/finding.ts';
import type { YamlData } from '../../yaml/edit.ts';
import * as yaml from '../../yaml/edit.ts';
import type { YamlMap } from '../../yaml/node.ts';
import type { Offer } from '../edit.ts';
import { offerOf, setPath } from '../edit.ts';
import type { List, Mapping } from '../model/mapping.ts';
import type { KubernetesObject, Workload } from '../model/model.ts';

/** Gives an object a field. Before: `kind: ServiceAccount`; after: `automountServiceAccountToken: false` below. */
export function setObjectField(object: KubernetesObject, key: string, value: YamlData, offer: Offer): FixOffer {
  return setPath(object.document, object.node, [key], value, offer);
}

/** Gives a mapping of an object a field. Before: `{from: All}`; after: `{from: Same}`. */
export function setField(object: KubernetesObject, fields: Mapping, key: string, value: YamlData, offer: Offer): FixOffer {
  const { node } = fields;
  return node ? setPath(object.document, node, [key], value, offer) : { title: offer.title, refused: 'It is not written here.' };
}

/** Gives a field of the pod spec another name. Before: `serviceAccount: a`; after: `serviceAccountName: a`. */
export function renamePodField({ spec, object }: Workload, key: string, name: string, offer: Offer): FixOffer {
  const { node } = spec;
  if (!node) return { title: offer.title, refused: 'The pod spec is not written here.' };
  const touches = [
    [...node.route, key],
    [...node.route, name],
  ];
  return offerOf(object.document, offer, [node.route], touches, yaml.renameKey(object.document, node, key, name));
}

/** Removes a mapping from a list of an object; a list that loses its last one goes with its key. */
export function removeObjectItem(object: KubernetesObject, list: List<unknown>, node: YamlMap, offer: Offer): FixOffer {
  const { document } = object;
  const index = list.value.kind === 'known' ? list.value.value.items.indexOf(node) : -1;
  if (list.value.kind !== 'known' || index < 0) return { title: offer.title, refused: 'It is not written here.' };
  const seq = list.value.value;
  return offerOf(document, offer, [seq.route], [seq.route], yaml.removeItem(document, seq, index, { whenEmpty: 'parent' }));
}

/**
 * Puts several values in the place of a list's only item. Before: `verbs: ["*"]`; after: `verbs: ["get", "list"]`, in the style
 * of the list.
 */
export function spellOutItem(object: KubernetesObject, list: List<unknown>, values: readonly string[], offer: Offer): FixOffer {
  const { document } = object;
  const { title } = offer;
  if (list.value.kind !== 'known' || list.value.value.items.length !== 1)
    return { title, refused: 'The list has other items beside `*`; choose which of them stay.' };
  const seq = list.value.value;
  const edits = values.map((value) => yaml.replaceItem(document, seq, 0, value));
  const refused = edits.find(yaml.isRefused);
  if (refused) return { title, refused: refused.refused };
  const parts = edits.flatMap((edit) => (yaml.isRefused(edit) ? [] : edit));
  const [first] = parts;
  if (!first || parts.length !== values.length) return { title, refused: 'It is not written in a way that can be extended.' };
  const text = parts.map((part) => part.text).join(seq.flow ? ', ' : `${lineStart(document.text, seq.span.start)}- `);
  return offerOf(document, offer, [seq.route], [seq.route], [{ span: first.span, text }]);
}

/** A new line, indented as far as the text at `offset`. */
function lineStart(text: string, offset: number): string {
  const column = offset - (text.lastIndexOf('\n', offset - 1) + 1);
  return `${text.includes('\r\n') ? '\r\n' : '\n'}${' '.repeat(column)}`;
}
