import type { At, Value } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import type { YamlDocument, YamlMap, YamlNode } from '../../yaml/node.ts';
import { lazy } from './lazy.ts';
import { atNode, Mapping } from './mapping.ts';
import { readMetadata } from './metadata.ts';
import type { KubernetesObject, ObjectMeta, Workload } from './model.ts';
import { nameToken, scalarText } from './naming.ts';
import { findPods } from './pod-source.ts';
import { WorkloadView } from './workload.ts';

/** Lists in lists: more than a few are no manifest. */
const MAX_NESTING = 8;

/**
 * The Kubernetes objects of one document, YAML or JSON: its root, or the items of a `List` and the objects of an OpenShift
 * `Template`, which the API server and `oc process` take apart. Empty for a document whose root has no `kind`.
 */
export function buildObjects(document: YamlDocument): KubernetesObject[] {
  const all: KubernetesObject[] = [];
  if (document.root) collectObjects(document, document.root, 0, all);
  return all;
}

function collectObjects(document: YamlDocument, node: YamlNode, depth: number, all: KubernetesObject[]): void {
  if (node.kind !== 'map' || depth > MAX_NESTING || !isObject(node, depth)) return;
  const kind = scalarText(node, 'kind') ?? '';
  const listed =
    kind === 'List' || (kind.endsWith('List') && node.get('spec') === undefined)
      ? 'items'
      : kind === 'Template'
        ? 'objects'
        : undefined;
  const items = listed === undefined ? undefined : node.get(listed)?.value;
  if (items?.kind === 'seq') for (const item of items.items) collectObjects(document, item, depth + 1, all);
  else all.push(new ObjectView(document, node, all));
}

/** A kustomization may leave out its kind; nothing else may. */
function isObject(node: YamlMap, depth: number): boolean {
  const kind = node.get('kind');
  if (kind) return kind.value.kind === 'scalar';
  return depth === 0 && ['secretGenerator', 'configMapGenerator'].some((key) => node.get(key)?.value.kind === 'seq');
}

/** The typed view of one API object. */
class ObjectView implements KubernetesObject {
  readonly document: YamlDocument;
  readonly node: YamlMap;
  readonly beside: readonly KubernetesObject[];
  readonly fields: Mapping;
  readonly at: At;
  readonly kind: string;
  readonly group: string | undefined;
  readonly displayName: string;
  readonly metadata: ObjectMeta;
  readonly #workloads: () => readonly Workload[];

  constructor(document: YamlDocument, node: YamlMap, beside: readonly KubernetesObject[]) {
    this.document = document;
    this.node = node;
    this.beside = beside;
    const metadata = node.get('metadata')?.value;
    const metadataNode = metadata?.kind === 'map' ? metadata : undefined;
    this.at = objectToken(node, metadataNode);
    const home = { at: this.at, partial: false };
    this.fields = Mapping.of(node, home);
    this.metadata = readMetadata(metadataNode, home);
    this.kind = valueOf(this.fields.string('kind')) ?? '';
    this.group = groupOf(this.fields.string('apiVersion'));
    const shownKind = scalarText(node, 'kind') ?? 'Object';
    const name = scalarText(metadataNode, 'name') ?? scalarText(metadataNode, 'generateName');
    this.displayName = name === undefined ? shownKind : `${shownKind}/${name}`;
    this.#workloads = lazy(() => {
      const pods = findPods(node, this.kind, this.group);
      return pods.map((pod) => new WorkloadView(this, pod, pods.length > 1));
    });
  }

  get apiVersion(): Value<string> {
    return this.fields.string('apiVersion');
  }

  get name(): Value<string> {
    return this.metadata.name;
  }

  get namespace(): Value<string> {
    return this.metadata.namespace;
  }

  get workloads(): readonly Workload[] {
    return this.#workloads();
  }
}

function groupOf(apiVersion: Value<string>): string | undefined {
  const text = valueOf(apiVersion);
  if (text === undefined) return undefined;
  const slash = text.indexOf('/');
  return slash < 0 ? '' : text.slice(0, slash);
}

/** The token that stands for an object: its name, or its kind. */
function objectToken(node: YamlMap, metadata: YamlMap | undefined): At {
  const hasName = scalarText(metadata, 'name') !== undefined || scalarText(metadata, 'generateName') !== undefined;
  if (metadata && hasName) return nameToken(metadata, ['name', 'generateName']);
  const kind = node.get('kind');
  return kind ? atNode(kind.value, kind) : atNode(node);
}
