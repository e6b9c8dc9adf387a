import type { Fix, FixOffer, FixSafety } from '../core/finding.ts';
import type { TextEdit } from '../core/text-edit.ts';
import { editsConflict } from '../core/text-edit.ts';
import type { At, Route } from '../core/value.ts';
import type { YamlData, YamlEdit } from '../yaml/edit.ts';
import * as yaml from '../yaml/edit.ts';
import type { YamlDocument, YamlMap, YamlNode } from '../yaml/node.ts';
import type { List, Mapping } from './model/mapping.ts';
import type { Container, EnvVar, Volume, Workload } from './model/model.ts';

/** What a fix says of itself; its edits are made here. */
export interface Offer {
  readonly title: string;
  readonly safety: FixSafety;
  readonly caution?: string;
}

/** What stands in for a name that only the user knows. */
const TO_COMPLETE = 'CHANGE-ME';

/**
 * Sets a field of a container's `securityContext`, creating what is missing on the way.
 * Before: `- name: a`; after `setContainerSecurity(container, ['runAsNonRoot'], true, …)`: a `securityContext:` below with
 * `runAsNonRoot: true` in it. A list that is there already gets the items added.
 */
export function setContainerSecurity(container: Container, path: readonly string[], value: YamlData, offer: Offer): FixOffer {
  const { document } = container.workload.object;
  return setPath(document, container.node, ['securityContext', ...path], value, offer);
}

/** The same for the pod's `securityContext` that applies to a container; a new one stands above the containers. */
export function setPodSecurity(container: Container, path: readonly string[], value: YamlData, offer: Offer): FixOffer {
  const { workload, podSecurityContext } = container;
  const { document } = workload.object;
  const own = podSecurityContext === workload.securityContext ? undefined : podSecurityContext.fields.node;
  if (own) return setPath(document, own, path, value, offer);
  const spec = workload.spec.node;
  return spec
    ? setPath(document, spec, ['securityContext', ...path], value, offer)
    : { title: offer.title, refused: 'The pod spec is not written here.' };
}

/** Gives a field that is there another value. Before: `privileged: true # x`; after: `privileged: false # x`. */
export function replaceField(
  owner: Workload | Container,
  fields: Mapping,
  key: string,
  value: yaml.ScalarData,
  offer: Offer,
): FixOffer {
  const pair = fields.pair(key);
  if (pair?.value.kind !== 'scalar') return { title: offer.title, refused: `\`${key}\` is not written here.` };
  const document = documentOf(owner);
  if (pair.via) return { title: offer.title, refused: `\`${key}\` comes through a merge key; change it where it is written.` };
  return offerOf(document, offer, [pair.value.route], [pair.value.route], yaml.setScalar(document, pair.value, value));
}

/** Removes fields of a mapping, the first of which must be removable. Before: `hostPID: true`; after: nothing. */
export function removeFields(
  owner: Workload | Container,
  fields: Mapping,
  keys: readonly [string, ...string[]],
  offer: Offer,
): FixOffer {
  const document = documentOf(owner);
  const { node } = fields;
  if (!node) return { title: offer.title, refused: 'It is not written here.' };
  const [first, ...more] = keys;
  const edits = [yaml.removePair(document, node, first)];
  const touches = [[...node.route, first]];
  for (const key of more) {
    const further = yaml.removePair(document, node, key);
    if (yaml.isRefused(further) || !fitsBeside(edits, further)) continue;
    edits.push(further);
    touches.push([...node.route, key]);
  }
  return offerOf(document, offer, [node.route], touches, ...edits);
}

/** Gives the item of a list that stands at `at` another value. Before: `drop: [all]`; after: `drop: [ALL]`. */
export function replaceItem(
  owner: Workload | Container,
  list: List<{ readonly at: At }>,
  at: At,
  value: yaml.ScalarData,
  offer: Offer,
): FixOffer {
  const document = documentOf(owner);
  const index = list.items.findIndex((item) => item.at.span.start === at.span.start);
  if (list.value.kind !== 'known' || index < 0) return { title: offer.title, refused: 'It is not written here.' };
  const seq = list.value.value;
  const item = [...seq.route, index];
  return offerOf(document, offer, [item], [item], yaml.replaceItem(document, seq, index, value));
}

/** Removes an item of a list; a list that loses its last one goes with its key. Before: `add: [A, B]`; after: `add: [B]`. */
export function removeItem(owner: Workload | Container, list: List<{ readonly at: At }>, at: At, offer: Offer): FixOffer {
  const document = documentOf(owner);
  const index = list.items.findIndex((item) => item.at.span.start === at.span.start);
  if (list.value.kind !== 'known' || index < 0) return { title: offer.title, refused: 'It is not written here.' };
  const seq = list.value.value;
  return offerOf(document, offer, [seq.route], [seq.route], yaml.removeItem(document, seq, index, { whenEmpty: 'parent' }));
}

/** Removes a volume and its mounts in all containers; lists that become empty go too, with their keys. */
export function removeVolume(workload: Workload, volume: Volume, offer: Offer): FixOffer {
  const { document } = workload.object;
  const { name, holder } = volume;
  const list = holder.get('volumes')?.value;
  if (name.kind !== 'known' || list?.kind !== 'seq')
    return { title: offer.title, refused: 'The name of the volume is not known.' };
  const routes: Route[] = [list.route];
  const edits: YamlEdit[] = [removeNodes(document, list.items, [volume.node], holder, 'volumes')];
  for (const container of workload.containers.filter(
    ({ node }) => holder === workload.spec.node || isBelow(node.route, holder.route),
  )) {
    const { items, open, value } = container.volumeMounts;
    if (open || items.some((mount) => mount.name.kind === 'dynamic')) {
      return { title: offer.title, refused: `A template or a patched object decides what \`${container.label}\` mounts.` };
    }
    const mounts = items
      .filter((mount) => mount.name.kind === 'known' && mount.name.value === name.value)
      .map(({ node }) => node);
    if (mounts.length === 0 || value.kind !== 'known') continue;
    routes.push(value.value.route);
    edits.push(removeNodes(document, value.value.items, mounts, container.node, 'volumeMounts'));
  }
  return offerOf(document, offer, routes, routes, ...edits);
}

function isBelow(route: Route, ancestor: Route): boolean {
  return ancestor.every((step, i) => route[i] === step);
}

/**
 * Lets a variable take its value from a Secret, whose name the user completes. Before: `value: s3cr3t`; after: `valueFrom:` with
 * a `secretKeyRef` whose key is the variable's name in lower case.
 */
export function referToSecret(container: Container, variable: EnvVar, name: string): FixOffer {
  const { document } = container.workload.object;
  const { node } = variable;
  const key =
    name
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'value';
  const reference = { secretKeyRef: { name: TO_COMPLETE, key } };
  const edits = [
    yaml.removePair(document, node, 'value'),
    yaml.setKey(document, node, 'valueFrom', reference, { after: 'name' }),
  ];
  const offer = offerOf(
    document,
    { title: `Take \`${name}\` from a Secret`, safety: 'placeholder' },
    [node.route],
    [node.route],
    ...edits,
  );
  if ('refused' in offer) return offer;
  return { ...offer, caution: 'The Secret has to exist before the pod starts.', select: TO_COMPLETE };
}

/** The document that a workload or a container stands in. */
export function documentOf(owner: Workload | Container): YamlDocument {
  return 'workload' in owner ? owner.workload.object.document : owner.object.document;
}

/** Walks down a path as far as it is written, and writes the rest there. */
export function setPath(document: YamlDocument, from: YamlMap, path: readonly string[], value: YamlData, offer: Offer): FixOffer {
  let map = from;
  for (const [depth, key] of path.entries()) {
    const rest = path.slice(depth + 1);
    const pair = map.get(key);
    const touched = [...map.route, key, ...rest];
    const deeper = pair?.value.kind === 'map' && rest.length > 0 ? pair.value : undefined;
    if (pair?.via) return { title: offer.title, refused: `\`${key}\` comes through a merge key; change it where it is written.` };
    if (deeper) {
      map = deeper;
      continue;
    }
    if (pair?.value.kind === 'seq' && rest.length === 0 && Array.isArray(value)) {
      const { value: list } = pair;
      return offerOf(
        document,
        offer,
        [list.route],
        [touched],
        ...value.map((item: YamlData) => yaml.appendItem(document, list, item)),
      );
    }
    if (rest.length > 0 && pair?.value.kind === 'scalar' && !pair.value.isNull) {
      return {
        title: offer.title,
        refused: pair.value.template === undefined ? `\`${key}\` is not a mapping.` : `A template writes \`${key}\`.`,
      };
    }
    return offerOf(
      document,
      offer,
      [[...map.route, key]],
      [touched],
      yaml.setKey(document, map, key, nested(rest, value), placeOf(map, key)),
    );
  }
  return { title: offer.title, refused: 'There is nothing to set.' };
}

function nested(path: readonly string[], value: YamlData): YamlData {
  return path.reduceRight<YamlData>((inner, key) => ({ [key]: inner }), value);
}

const CONTAINER_LISTS = ['initContainers', 'containers'];

/** A pod's `securityContext` stands above its containers, where readers look for it, everything else at the end. */
function placeOf(map: YamlMap, key: string): yaml.SetKeyOptions {
  if (key !== 'securityContext') return {};
  const own = map.pairs.filter((pair) => !pair.via);
  const lists = own.findIndex((pair) => CONTAINER_LISTS.includes(pair.key));
  if (lists < 0) return {};
  const above = own[lists - 1];
  return above ? { after: above.key } : { first: true };
}

/** Removes items from a list; all of them with the list's key. */
function removeNodes(
  document: YamlDocument,
  items: readonly YamlNode[],
  gone: readonly YamlNode[],
  parent: YamlMap | undefined,
  key: string,
): YamlEdit {
  if (parent && gone.length === items.length) return yaml.removePair(document, parent, key);
  const list = parent?.get(key)?.value;
  if (list?.kind !== 'seq') return { refused: `\`${key}\` is not written here.` };
  const edits = gone.map((node) => yaml.removeItem(document, list, items.indexOf(node)));
  const refused = edits.find(yaml.isRefused);
  return refused ?? edits.flatMap((edit) => (yaml.isRefused(edit) ? [] : edit));
}

function fitsBeside(edits: readonly YamlEdit[], further: readonly TextEdit[]): boolean {
  return !edits.some((edit) => !yaml.isRefused(edit) && edit.some((a) => further.some((b) => editsConflict(a, b))));
}

/** A fix of all edits, or the first reason why one of them can't be made. */
export function offerOf(
  document: YamlDocument,
  offer: Offer,
  places: readonly Route[],
  touches: readonly Route[],
  ...edits: YamlEdit[]
): FixOffer {
  const { title } = offer;
  const refused = edits.find(yaml.isRefused);
  if (refused) return { title, refused: refused.refused };
  const shared = places.map((route) => sharedAnchor(document, route)).find((name) => name !== undefined);
  if (shared !== undefined) return { title, refused: `It would also change everything that uses the anchor \`&${shared}\`.` };
  const all = edits.flatMap((edit) => (yaml.isRefused(edit) ? [] : edit));
  if (all.some((a, i) => all.some((b, j) => i < j && editsConflict(a, b))))
    return { title, refused: 'Its parts stand too close together to be changed at once.' };
  const fix: Fix = { ...offer, edits: all, touches };
  return fix;
}

/** The anchor on the way to a node that an alias uses too: what is changed below it changes elsewhere as well. */
function sharedAnchor(document: YamlDocument, route: Route): string | undefined {
  let node: YamlNode | undefined = document.root;
  for (const step of [...route, undefined]) {
    if (!node) return undefined;
    if (node.anchor !== undefined && isUsed(document.text, node.anchor)) return node.anchor;
    if (step === undefined) return undefined;
    node = node.kind === 'seq' ? node.items[Number(step)] : node.kind === 'map' ? node.get(String(step))?.value : undefined;
  }
  return undefined;
}

function isUsed(text: string, anchor: string): boolean {
  for (let at = text.indexOf(`*${anchor}`); at >= 0; at = text.indexOf(`*${anchor}`, at + 1)) {
    if (' \t\r\n,[]{}'.includes(text[at + anchor.length + 1] ?? ' ')) return true;
  }
  return false;
}
