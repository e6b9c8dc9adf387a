import type { FixOffer } from '../../core/finding.ts';
import { isRefusal } from '../../core/finding.ts';
import { editsConflict } from '../../core/text-edit.ts';
import { valueOf } from '../../core/value.ts';
import type { YamlData } from '../../yaml/edit.ts';
import * as yaml from '../../yaml/edit.ts';
import type { YamlMap } from '../../yaml/node.ts';
import type { Offer } from '../edit.ts';
import { documentOf, offerOf, setPath } from '../edit.ts';
import type { List, Mapping } from '../model/mapping.ts';
import type { Container, Volume, Workload } from '../model/model.ts';

/** What stands in for a name that only the user knows. */
const TO_COMPLETE = 'CHANGE-ME';

/** Gives the pod spec a field. Before: `containers: …`; after `setPodField(workload, 'hostUsers', false, …)`: `hostUsers: false` below. */
export function setPodField(workload: Workload, key: string, value: YamlData, offer: Offer): FixOffer {
  const { node } = workload.spec;
  return node
    ? setPath(workload.object.document, node, [key], value, offer)
    : { title: offer.title, refused: 'The pod spec is not written here.' };
}

/** The same, but a new field stands above the containers. */
export function setPodFieldAbove(workload: Workload, key: string, value: YamlData, offer: Offer): FixOffer {
  const { node } = workload.spec;
  const own = node?.pairs.filter((pair) => !pair.via) ?? [];
  const lists = own.findIndex((pair) => pair.key === 'initContainers' || pair.key === 'containers');
  if (!node || node.flow || lists < 0 || node.get(key)) return setPodField(workload, key, value, offer);
  const { document } = workload.object;
  const above = own[lists - 1];
  const place = above ? { after: above.key } : { first: true };
  return offerOf(document, offer, [node.route], [[...node.route, key]], yaml.setKey(document, node, key, value, place));
}

/** Gives a mapping of a workload or container a field. Before: `- {name: a}`; after: `- {name: a, readOnly: true}`. */
export function setField(owner: Workload | Container, node: YamlMap, key: string, value: YamlData, offer: Offer): FixOffer {
  return setPath(documentOf(owner), node, [key], value, offer);
}

/**
 * Removes a field, and with it the mappings that would be left empty; an item of a list stays as `{}`, since without it the list
 * may mean something else. Before: `securityContext: {procMount: Unmasked}`; after: nothing.
 */
export function removeField(owner: Workload | Container, fields: Mapping, key: string, offer: Offer): FixOffer {
  const { node } = fields;
  const pair = node?.get(key);
  if (!node || !pair) return { title: offer.title, refused: `\`${key}\` is not written here.` };
  if (pair.via) return { title: offer.title, refused: `\`${key}\` comes through a merge key; change it where it is written.` };
  const document = documentOf(owner);
  return offerOf(
    document,
    offer,
    [node.route],
    [[...node.route, key]],
    yaml.removePair(document, node, key, { whenEmpty: 'key' }),
  );
}

/**
 * Lets a volume take its content from a claim, whose name the user completes. Before: `nfs: {server: s, path: /}`; after:
 * `persistentVolumeClaim: {claimName: CHANGE-ME}`. Its mounts stay, and so does `readOnly`.
 */
export function claimInstead(workload: Workload, volume: Volume, type: string, offer: Offer): FixOffer {
  const { document } = workload.object;
  const { node } = volume;
  if (node.pairs.every(({ key }) => key === type)) return { title: offer.title, refused: 'The volume has no name.' };
  const readOnly = volume.fields.mapping(type).boolean('readOnly');
  if (readOnly.kind === 'dynamic') return { title: offer.title, refused: 'Whether the volume is read-only is not known here.' };
  const claim = { claimName: TO_COMPLETE, ...(valueOf(readOnly) === true && { readOnly: true }) };
  const edits = [
    yaml.removePair(document, node, type),
    yaml.setKey(document, node, 'persistentVolumeClaim', claim, { after: 'name' }),
  ];
  const made = offerOf(document, offer, [node.route], [node.route], ...edits);
  return isRefusal(made) ? made : { ...made, select: TO_COMPLETE };
}

/** Gives a field another name. Before: `runAsNonroot: true`; after: `runAsNonRoot: true`. */
export function renameField(owner: Workload | Container, fields: Mapping, key: string, name: string, offer: Offer): FixOffer {
  const { node } = fields;
  const pair = node?.get(key);
  if (!node || !pair) return { title: offer.title, refused: `\`${key}\` is not written here.` };
  if (pair.via) return { title: offer.title, refused: `\`${key}\` comes through a merge key; change it where it is written.` };
  const touches = [
    [...node.route, key],
    [...node.route, name],
  ];
  const document = documentOf(owner);
  return offerOf(document, offer, [node.route], touches, yaml.renameKey(document, node, key, name));
}

/** Removes a mapping from a list; a list that loses its last one goes with its key. */
export function removeListed(owner: Workload | Container, list: List<unknown>, node: YamlMap, offer: Offer): FixOffer {
  const index = list.value.kind === 'known' ? list.value.value.items.indexOf(node) : -1;
  if (list.value.kind !== 'known' || index < 0) return { title: offer.title, refused: 'It is not written here.' };
  const document = documentOf(owner);
  const seq = list.value.value;
  return offerOf(document, offer, [seq.route], [seq.route], yaml.removeItem(document, seq, index, { whenEmpty: 'parent' }));
}

/** Several fixes made at once, or the first reason why one of them can't be made. */
export function combined(offer: Offer, parts: readonly FixOffer[]): FixOffer {
  const { title } = offer;
  const refused = parts.find(isRefusal);
  if (refused) return { title, refused: refused.refused };
  const fixes = parts.flatMap((part) => (isRefusal(part) ? [] : [part]));
  const edits = fixes.flatMap((fix) => fix.edits);
  if (edits.some((a, i) => edits.some((b, j) => i < j && editsConflict(a, b))))
    return { title, refused: 'Its parts stand too close together to be changed at once.' };
  return { ...offer, edits, touches: fixes.flatMap((fix) => fix.touches) };
}

/** Sets a field of the `securityContext` of a workload or container. A new one stands where the field of `beside` stood. */
export function putIntoSecurity(
  owner: Workload | Container,
  beside: Mapping,
  key: string,
  value: YamlData,
  offer: Offer,
): FixOffer {
  const document = documentOf(owner);
  const node = 'workload' in owner ? owner.node : owner.spec.node;
  if (!node) return { title: offer.title, refused: 'The pod spec is not written here.' };
  const own = node.pairs.filter((pair) => !pair.via);
  const before = beside.node === node ? own[own.findIndex((pair) => pair.key === key) - 1] : undefined;
  if (!before || node.flow || node.get('securityContext')) return setPath(document, node, ['securityContext', key], value, offer);
  const edit = yaml.setKey(document, node, 'securityContext', { [key]: value }, { after: before.key });
  return offerOf(document, offer, [node.route], [[...node.route, 'securityContext', key]], edit);
}
