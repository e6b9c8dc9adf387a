import type { FixOffer } from '../../core/finding.ts';
import * as yaml from '../../yaml/edit.ts';
import type { YamlSeq } from '../../yaml/node.ts';
import { type Offer, offerOf } from '../edit.ts';
import type { Mapping } from '../model/mapping.ts';
import type { KubernetesObject } from '../model/model.ts';

/** Removes keys of a mapping of an object, those that are there. Before: `{a: 1, b: 2}`; after `removeKeys(…, ['b'], …)`: `{a: 1}`. */
export function removeKeys(object: KubernetesObject, fields: Mapping, keys: readonly string[], offer: Offer): FixOffer {
  const { node } = fields;
  const there = keys.filter((key) => node?.get(key));
  if (!node || there.length === 0) return { title: offer.title, refused: 'It is not written here.' };
  if (there.some((key) => node.get(key)?.via))
    return { title: offer.title, refused: 'It comes through a merge key; change it where it is written.' };
  const edits = there.map((key) => yaml.removePair(object.document, node, key, { whenEmpty: 'key' }));
  const touches = there.map((key) => [...node.route, key]);
  return offerOf(object.document, offer, [node.route], touches, ...edits);
}

/** Gives a field of an object another value, and takes others out. Before: `type: NodePort`; after: `type: ClusterIP`. */
export function replaceKey(
  object: KubernetesObject,
  fields: Mapping,
  key: string,
  value: yaml.ScalarData,
  offer: Offer,
): FixOffer {
  const pair = fields.pair(key);
  if (pair?.value.kind !== 'scalar') return { title: offer.title, refused: `\`${key}\` is not written here.` };
  if (pair.via) return { title: offer.title, refused: `\`${key}\` comes through a merge key; change it where it is written.` };
  return offerOf(
    object.document,
    offer,
    [pair.value.route],
    [pair.value.route],
    yaml.setScalar(object.document, pair.value, value),
  );
}

/** Gives an item of a list of an object another value. Before: `[--profiling=true]`; after: `[--profiling=false]`. */
export function replaceListed(object: KubernetesObject, list: YamlSeq, index: number, value: string, offer: Offer): FixOffer {
  const edit = yaml.replaceItem(object.document, list, index, value);
  const item = [...list.route, index];
  return offerOf(object.document, offer, [item], [item], edit);
}

/** Takes an item out of a list of an object; an emptied list stays as `[]`. */
export function removeListedAt(object: KubernetesObject, list: YamlSeq, index: number, offer: Offer): FixOffer {
  return offerOf(object.document, offer, [list.route], [list.route], yaml.removeItem(object.document, list, index));
}

/** Takes several items out of a list of an object. Before: `[get, create, list]`; after `removeListedItems(…, [1, 2], …)`: `[get]`. */
export function removeListedItems(object: KubernetesObject, list: YamlSeq, indexes: readonly number[], offer: Offer): FixOffer {
  const edits = indexes.map((index) => yaml.removeItem(object.document, list, index));
  return offerOf(object.document, offer, [list.route], [list.route], ...edits);
}

/** Adds an item to a list of an object. Before: `[kube-apiserver]`; after: `[kube-apiserver, --profiling=false]`. */
export function appendListed(object: KubernetesObject, list: YamlSeq, value: string, offer: Offer): FixOffer {
  return offerOf(object.document, offer, [list.route], [list.route], yaml.appendItem(object.document, list, value));
}
