import type { YamlMap, YamlNode } from '../../yaml/node.ts';
import type { WorkloadKind } from './kinds.ts';
import { mayHoldPods, workloadKinds } from './kinds.ts';
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
  /** What tells it from the object's other pod specs. */
  readonly label: string;
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
  return mayHoldPods(kind, group) ? guessPods(root, undefined, '', 0) : [];
}

function podsOfKind(root: YamlMap, kind: WorkloadKind): PodSource[] {
  const places = follow({ node: root, label: '' }, kind.path === '' ? [] : kind.path.split('.'));
  return places.flatMap(({ node, label }) => {
    if (node.kind !== 'map') return [];
    if (kind.shape === 'argo-workflow') return [argoPod(node, label)];
    if (kind.shape === 'tekton-task') return [tektonPod(node, label)];
    const spec = mapAt(node, 'spec');
    return spec ? [podTemplate(spec, mapAt(node, 'metadata'), label, 'known')] : [];
  });
}

interface Place {
  readonly node: YamlNode;
  readonly label: string;
}

function follow(place: Place, path: readonly string[]): Place[] {
  const [step, ...rest] = path;
  if (step === undefined) return [place];
  return stepInto(place, step).flatMap((next) => follow(next, rest));
}

function stepInto({ node, label }: Place, step: string): Place[] {
  if (step === '[]') {
    return node.kind === 'seq'
      ? node.items.map((item, i) => ({
          node: item,
          label: (item.kind === 'map' ? scalarText(item, 'name') : undefined) ?? `${i}`,
        }))
      : [];
  }
  if (node.kind !== 'map') return [];
  const pairs = node.pairs.filter(
    ({ key }) => step === '{}' || (step.startsWith('*') ? key.endsWith(step.slice(1)) : step.split('|').includes(key)),
  );
  const choice = step === '{}' || step.includes('|');
  return pairs.map((pair) => ({ node: pair.value, label: choice ? pair.key : label }));
}

function podTemplate(spec: YamlMap, metadata: YamlMap | undefined, label: string, certainty: PodSource['certainty']): PodSource {
  const lists = POD_LISTS.map(([key, role]) => ({ key, role, nodes: mapsIn(spec, key) }));
  return {
    spec,
    ...(metadata && { metadata }),
    lists,
    volumeHolders: [],
    label,
    certainty,
    openPod: false,
    openContainers: false,
  };
}

/**
 * An Argo workflow's steps run as pods that share its pod-level fields; a template's own `securityContext` replaces the
 * workflow's (https://argo-workflows.readthedocs.io/en/latest/fields/, WorkflowSpec and Template).
 */
function argoPod(spec: YamlMap, label: string): PodSource {
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
    certainty: 'known',
    openPod: false,
    openContainers: spec.get('templateDefaults') !== undefined,
  };
}

/** A Tekton task's steps are containers; the pod's own fields are set by whatever runs the task (https://tekton.dev/docs/pipelines/tasks/). */
function tektonPod(spec: YamlMap, label: string): PodSource {
  const lists: ContainerList[] = [
    { key: 'steps', role: 'main', nodes: mapsIn(spec, 'steps') },
    { key: 'sidecars', role: 'main', nodes: mapsIn(spec, 'sidecars') },
  ];
  return {
    spec,
    lists,
    volumeHolders: [],
    label,
    certainty: 'known',
    openPod: true,
    openContainers: spec.get('stepTemplate') !== undefined,
  };
}

/** A mapping whose `containers` all have a name and an image is taken for a pod spec; nothing is looked for inside it. */
function guessPods(
  node: YamlNode,
  parent: { readonly key: string; readonly map: YamlMap } | undefined,
  label: string,
  depth: number,
): PodSource[] {
  if (depth > MAX_DEPTH || node.kind === 'scalar') return [];
  if (node.kind === 'seq')
    return node.items.flatMap((item, i) => guessPods(item, undefined, label === '' ? `${i}` : label, depth + 1));
  if (looksLikePodSpec(node)) {
    const metadata = parent?.key === 'spec' ? mapAt(parent.map, 'metadata') : undefined;
    return [podTemplate(node, metadata, label, 'guessed')];
  }
  return node.pairs.flatMap((pair) =>
    guessPods(
      pair.value,
      { key: pair.key, map: node },
      pair.key === 'spec' || pair.key === 'template' ? label : pair.key,
      depth + 1,
    ),
  );
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
