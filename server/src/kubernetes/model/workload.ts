import type { At, Value } from '../../core/value.ts';
import type { YamlMap } from '../../yaml/node.ts';
import { ContainerView } from './container.ts';
import { lazy } from './lazy.ts';
import type { Home, List } from './mapping.ts';
import { Mapping } from './mapping.ts';
import { readMetadata } from './metadata.ts';
import type { Container, KubernetesObject, ObjectMeta, PodSecurityContext, Volume, Workload } from './model.ts';
import type { ContainerList, PodSource } from './pod-source.ts';
import { PodSecurityFields } from './security-context.ts';
import { readVolume } from './volume.ts';

/** The typed view of one pod spec (PodSpec v1 core in the API reference). */
export class WorkloadView implements Workload {
  readonly object: KubernetesObject;
  readonly displayName: string;
  readonly at: At;
  readonly certainty: 'known' | 'guessed';
  readonly partial: boolean;
  readonly spec: Mapping;
  readonly securityContext: PodSecurityContext;
  readonly #source: PodSource;
  readonly #containers: () => readonly Container[];
  readonly #volumes: () => List<Volume>;

  constructor(object: KubernetesObject, source: PodSource, several: boolean) {
    this.object = object;
    this.#source = source;
    this.at = (several ? source.at : undefined) ?? object.at;
    this.displayName = several && source.label !== '' ? `${object.displayName} (${source.label})` : object.displayName;
    this.certainty = source.certainty;
    const mayBePatch = object.kind !== 'Pod' && !object.fields.mapping('spec').pair('selector');
    const nodes = source.lists.flatMap((list) => list.nodes);
    this.partial = isPatch(source.spec) || (mayBePatch && nodes.every(lacksImage));
    this.spec = Mapping.of(source.spec, { at: this.at, partial: this.partial || source.openPod });
    this.securityContext = new PodSecurityFields(this.spec.mapping('securityContext'));
    this.#containers = lazy(() => source.lists.flatMap((list) => this.#readContainers(list, mayBePatch)));
    this.#volumes = lazy(() => this.#readVolumes(source));
  }

  #readContainers(list: ContainerList, mayBePatch: boolean): Container[] {
    const home: Home = this.spec.home;
    const podSecurityContext = list.securityContext
      ? new PodSecurityFields(Mapping.of(list.securityContext, home))
      : this.securityContext;
    return list.nodes.map((node, index) => {
      const partial = this.#source.openContainers || isPatch(node) || (mayBePatch && lacksImage(node));
      return new ContainerView(this, { node, role: list.role, list: list.key, index, partial, podSecurityContext });
    });
  }

  #readVolumes(source: PodSource): List<Volume> {
    const list = this.spec.list('volumes', (node) => readVolume(node, source.spec));
    const further = source.volumeHolders.map((holder) =>
      Mapping.of(holder, this.spec.home).list('volumes', (node) => readVolume(node, holder)),
    );
    return {
      items: [list, ...further].flatMap(({ items }) => items),
      open: list.open || further.some(({ open }) => open),
      value: list.value,
    };
  }

  get metadata(): ObjectMeta {
    if (this.object.kind === 'Pod') return this.object.metadata;
    return readMetadata(this.#source.metadata, this.spec.home);
  }

  get containers(): readonly Container[] {
    return this.#containers();
  }

  get volumes(): List<Volume> {
    return this.#volumes();
  }

  get hostNetwork(): Value<boolean> {
    return this.spec.boolean('hostNetwork');
  }

  get hostPID(): Value<boolean> {
    return this.spec.boolean('hostPID');
  }

  get hostIPC(): Value<boolean> {
    return this.spec.boolean('hostIPC');
  }

  get hostUsers(): Value<boolean> {
    return this.spec.boolean('hostUsers');
  }

  get shareProcessNamespace(): Value<boolean> {
    return this.spec.boolean('shareProcessNamespace');
  }

  get automountServiceAccountToken(): Value<boolean> {
    return this.spec.boolean('automountServiceAccountToken');
  }

  get serviceAccountName(): Value<string> {
    const name = this.spec.string('serviceAccountName');
    return name.kind === 'absent' ? this.spec.string('serviceAccount') : name;
  }

  get runtimeClassName(): Value<string> {
    return this.spec.string('runtimeClassName');
  }

  get dnsPolicy(): Value<string> {
    return this.spec.string('dnsPolicy');
  }

  get restartPolicy(): Value<string> {
    return this.spec.string('restartPolicy');
  }

  get osName(): Value<string> {
    return this.spec.mapping('os').string('name');
  }

  get isWindows(): boolean {
    const { osName } = this;
    return osName.kind === 'known' && osName.value === 'windows';
  }

  get hostAliases(): List<Mapping> {
    return this.spec.list('hostAliases', (node) => Mapping.of(node, this.spec.home));
  }
}

/**
 * A container without an image is a part of one that a patch changes (Kustomize `patches`). Controllers that have a selector
 * are no patches: the selector can't be changed, so patches leave it out.
 */
function lacksImage(node: YamlMap): boolean {
  return node.get('image') === undefined && !node.open;
}

/** `$patch`, `$setElementOrder/…`: directives of a strategic merge patch. */
function isPatch(node: YamlMap): boolean {
  return node.pairs.some((pair) => pair.key.startsWith('$'));
}
