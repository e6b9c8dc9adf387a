import type { At } from '../../core/value.ts';
import type { YamlMap, YamlNode, YamlPair } from '../../yaml/node.ts';
import type { WorkloadKind } from './kinds.ts';
import { mayHoldPods, workloadKinds } from './kinds.ts';
import { atNode } from './mapping.ts';
import { scalarText } from './naming.ts';

/** A list of containers as it is written. */
export interface ContainerList {
  readonly key: string;
  readonly role: 'main' | 'init' | 'ephemeral';
  readonly nodes: readonly YamlMap[];
  /** `securityContext` of the part that these containers belong to, where it replaces the pod's. */
  readonly securityContext?: YamlMap;
}

/** A pod spec as it is found in an object, before its fields are read. */
export interface PodSource {
  /** The mapping of pod-level fields. */
  readonly spec: YamlMap;
  /** Metadata of the pods, where the kind has any. */
  readonly metadata?: YamlMap;
  readonly lists: readonly ContainerList[];
  /** Parts of the object that have `volumes` of their own beside those of `spec`. */
  readonly volumeHolders: readonly YamlMap[];
  /** What tells it from the object's other pod specs: its name in their list, or the key that it stands under. */
  readonly label: string;
  /** Where the label is written; undefined for pods that are the object itself. */
  readonly at: At | undefined;
  readonly certainty: 'known' | 'guessed';
  /** Set where pod-level fields are given elsewhere (Tekton's `podTemplate`). */
  readonly openPod: boolean;
  /** Set where defaults for all containers are given elsewhere (Tekton's `stepTemplate`). */
  readonly openContainers: boolean;
}

const POD_LISTS = [
  ['initContainers', 'init'],
  ['containers', 'main'],
  ['ephemeralContainers', 'ephemeral'],
] as const;
const MAX_DEPTH = 16;

/** The pod specs of an object, by its kind; of an unknown kind, the mappings in it that look like one. */
export function findPods(root: YamlMap, kind: string, group: string | undefined): readonly PodSource[] {
  const kinds = workloadKinds(kind, group);
  if (kinds.length > 0) return kinds.flatMap((entry) => podsOfKind(root, entry));
  return mayHoldPods(kind, group) ? guessPods(root, undefined, NOWHERE, 0) : [];
}

function podsOfKind(root: YamlMap, kind: WorkloadKind): PodSource[] {
  const places = follow({ ...NOWHERE, node: root }, kind.path === '' ? [] : kind.path.split('.'));
  return places.flatMap((place) => {
    const { node } = place;
    if (node.kind !== 'map') return [];
    if (kind.shape === 'argo-workflow') return [argoPod(node, place)];
    if (kind.shape === 'tekton-task') return [tektonPod(node, place)];
    const spec = mapAt(node, 'spec');
    return spec ? [podTemplate(spec, mapAt(node, 'metadata'), place, 'known')] : [];
  });
}

/** How a part of an object is told from its siblings. */
interface Place {
  readonly label: string;
  readonly at: At | undefined;
  /** Chosen among siblings: keys further inside tell nothing more. */
  readonly isChosen: boolean;
}

const NOWHERE: Place = { label: '', at: undefined, isChosen: false };
/** Keys that every template stands under. */
const PLAIN_KEYS = ['spec', 'template', 'jobTemplate'];
/** What items of lists are named by; Ray's worker groups have a `groupName`. */
const ITEM_NAMES = ['name', 'groupName'];

type PlacedNode = Place & { readonly node: YamlNode };

function follow(place: PlacedNode, path: readonly string[]): PlacedNode[] {
  const [step, ...rest] = path;
  if (step === undefined) return [place];
  return stepInto(place, step).flatMap((next) => follow(next, rest));
}

function stepInto(place: PlacedNode, step: string): PlacedNode[] {
  const { node } = place;
  if (step === '[]') return node.kind === 'seq' ? node.items.map((item, i) => ({ ...atItem(place, item, i), node: item })) : [];
  if (node.kind !== 'map') return [];
  const pairs = node.pairs.filter(
    ({ key }) => step === '{}' || (step.startsWith('*') ? key.endsWith(step.slice(1)) : step.split('|').includes(key)),
  );
  const isChoice = step === '{}' || step.includes('|');
  return pairs.map((pair) => ({ ...atKey(place, pair, isChoice), node: pair.value }));
}

function atKey(place: Place, pair: YamlPair, isChoice: boolean): Place {
  const at = { span: pair.keyNode.span, route: pair.value.route, ...(pair.via && { via: pair.via }) };
  if (isChoice) return { label: pair.key, at, isChosen: true };
  if (place.isChosen || PLAIN_KEYS.includes(pair.key)) return { ...place, at: place.at ?? at };
  return { ...place, label: pair.key, at };
}

/** An item without a name is told by its number, and stands at the first key inside that leads to its pods. */
function atItem({ label }: Place, item: YamlNode, index: number): Place {
  const names = item.kind === 'map' ? ITEM_NAMES.flatMap((key) => item.get(key) ?? []) : [];
  const name = names.find(({ value }) => value.kind === 'scalar' && !value.isNull);
  if (item.kind === 'map' && name)
    return { label: scalarText(item, name.key) ?? '', at: atNode(name.value, name), isChosen: true };
  return { label: `${label}[${index}]`, at: undefined, isChosen: true };
}

function podTemplate(
  spec: YamlMap,
  metadata: YamlMap | undefined,
  { label, at }: Place,
  certainty: PodSource['certainty'],
): PodSource {
  const lists = POD_LISTS.map(([key, role]) => ({ key, role, nodes: mapsIn(spec, key) }));
  return {
    spec,
    ...(metadata && { metadata }),
    lists,
    volumeHolders: [],
    label,
    at,
    certainty,
    openPod: false,
    openContainers: false,
  };
}

/**
 * An Argo workflow's steps run as pods that share its pod-level fields; a template's own `securityContext` replaces the
 * workflow's (https://argo-workflows.readthedocs.io/en/latest/fields/, WorkflowSpec and Template).
 */
function argoPod(spec: YamlMap, { label, at }: Place): PodSource {
  const lists = mapsIn(spec, 'templates').flatMap((template): ContainerList[] => {
    const own = mapAt(template, 'securityContext');
    const list = (key: string, role: ContainerList['role'], nodes: readonly YamlMap[]): ContainerList => ({
      key,
      role,
      nodes,
      ...(own && { securityContext: own }),
    });
    const containerSet = mapAt(template, 'containerSet');
    return [
      list('initContainers', 'init', mapsIn(template, 'initContainers')),
      list('container', 'main', present(mapAt(template, 'container'))),
      list('script', 'main', present(mapAt(template, 'script'))),
      list('containerSet.containers', 'main', containerSet ? mapsIn(containerSet, 'containers') : []),
      list('sidecars', 'main', mapsIn(template, 'sidecars')),
    ];
  });
  const metadata = mapAt(spec, 'podMetadata');
  return {
    spec,
    ...(metadata && { metadata }),
    lists,
    volumeHolders: mapsIn(spec, 'templates'),
    label,
    at,
    certainty: 'known',
    openPod: false,
    openContainers: spec.get('templateDefaults') !== undefined,
  };
}

/** A Tekton task's steps are containers; the pod's own fields are set by whatever runs the task (https://tekton.dev/docs/pipelines/tasks/). */
function tektonPod(spec: YamlMap, { label, at }: Place): PodSource {
  const lists: ContainerList[] = [
    { key: 'steps', role: 'main', nodes: mapsIn(spec, 'steps') },
    { key: 'sidecars', role: 'main', nodes: mapsIn(spec, 'sidecars') },
  ];
  return {
    spec,
    lists,
    volumeHolders: [],
    label,
    at,
    certainty: 'known',
    openPod: true,
    openContainers: spec.get('stepTemplate') !== undefined,
  };
}

/** A mapping whose `containers` all have a name and an image is taken for a pod spec; nothing is looked for inside it. */
function guessPods(
  node: YamlNode,
  parent: { readonly key: string; readonly map: YamlMap } | undefined,
  place: Place,
  depth: number,
): PodSource[] {
  if (depth > MAX_DEPTH || node.kind === 'scalar') return [];
  if (node.kind === 'seq') return node.items.flatMap((item, i) => guessPods(item, undefined, atItem(place, item, i), depth + 1));
  if (looksLikePodSpec(node)) {
    const metadata = parent?.key === 'spec' ? mapAt(parent.map, 'metadata') : undefined;
    return [podTemplate(node, metadata, place, 'guessed')];
  }
  return node.pairs.flatMap((pair) => guessPods(pair.value, { key: pair.key, map: node }, withinGuess(place, pair), depth + 1));
}

/** What is not known may hold several pods in one item of a list. */
function withinGuess(place: Place, pair: YamlPair): Place {
  const next = atKey(place, pair, !PLAIN_KEYS.includes(pair.key));
  return place.isChosen && next.label !== place.label
    ? { ...next, label: `${place.label}.${next.label}` }
    : { ...next, isChosen: place.isChosen };
}

function looksLikePodSpec(node: YamlMap): boolean {
  const containers = node.get('containers')?.value;
  if (containers?.kind !== 'seq' || containers.items.length === 0) return false;
  return containers.items.every(
    (item) => item.kind === 'map' && scalarText(item, 'name') !== undefined && scalarText(item, 'image') !== undefined,
  );
}

function mapAt(node: YamlMap, key: string): YamlMap | undefined {
  const value = node.get(key)?.value;
  return value?.kind === 'map' ? value : undefined;
}

function mapsIn(node: YamlMap, key: string): readonly YamlMap[] {
  const value = node.get(key)?.value;
  return value?.kind === 'seq' ? value.items.filter((item): item is YamlMap => item.kind === 'map') : [];
}

function present(node: YamlMap | undefined): readonly YamlMap[] {
  return node ? [node] : [];
}
