import type { Neighbours } from '../../core/neighbours.ts';
import { NO_NEIGHBOURS } from '../../core/neighbours.ts';
import type { At, Value } from '../../core/value.ts';
import type { YamlDocument, YamlMap, YamlPair } from '../../yaml/node.ts';
import type { ImageOf } from './built-image.ts';
import type { FileDefinition, NetworkDefinition, VolumeDefinition } from './definitions.ts';
import { readFileDefinitions, readNetworkDefinitions, readVolumeDefinitions } from './definitions.ts';
import type { Layers } from './extends.ts';
import { resolveExtends } from './extends.ts';
import type { ItemList } from './field.ts';
import { Field } from './field.ts';
import type { FileSet } from './file-set.ts';
import { fileSet } from './file-set.ts';
import type { Include } from './include.ts';
import { readIncludes } from './include.ts';
import { includedProjects } from './included.ts';
import type { ComposeFile, SwarmSign } from './model.ts';
import { EffectiveService } from './service.ts';
import { isRunnable } from './service-reader.ts';
import type { ComposeSource } from './source.ts';
import { OtherFiles, servicesOf, writtenIn } from './source.ts';
import { swarmSigns } from './swarm.ts';
import type { Written } from './text.ts';
import { atOf } from './text.ts';

const EMPTY: At = { span: { start: 0, end: 0 }, route: [] };

/** What the files of one project share. */
interface Project {
  readonly files: OtherFiles;
  readonly imageOf: ImageOf;
  /** The files that are included already, by whichever file: each is read once, so that a circle ends. */
  readonly included: Set<string>;
  readonly set: FileSet;
}

class LazyComposeFile implements ComposeFile {
  readonly document: YamlDocument;
  readonly root: YamlMap | undefined;
  readonly at: At;
  readonly #source: ComposeSource;
  readonly #project: Project;
  readonly #own: Field;
  readonly #read = new Map<string, unknown>();

  constructor(source: ComposeSource, project: Project) {
    this.document = source.scope.document;
    this.root = source.root;
    this.#source = source;
    this.#project = project;
    const first = this.root?.pairs.find((pair) => pair.via === undefined)?.keyNode;
    this.at = first ? atOf(writtenIn(source, first)) : EMPTY;
    this.#own = new Field(this.root ? [writtenIn(source, this.root)] : [], source.scope, this.at, false);
  }

  #once<T>(key: string, read: () => T): T {
    if (!this.#read.has(key)) this.#read.set(key, read());
    return this.#read.get(key) as T;
  }

  get name(): Value<string> {
    return this.#once('name', () => this.#own.child('name').text());
  }

  get version(): Value<string> {
    return this.#once('version', () => this.#own.child('version').text());
  }

  get volumes(): ReadonlyMap<string, VolumeDefinition> {
    return this.#once('volumes', () => readVolumeDefinitions(this.#definitions('volumes')));
  }

  get networks(): ReadonlyMap<string, NetworkDefinition> {
    return this.#once('networks', () => readNetworkDefinitions(this.#definitions('networks')));
  }

  get secrets(): ReadonlyMap<string, FileDefinition> {
    return this.#once('secrets', () => readFileDefinitions(this.#definitions('secrets')));
  }

  get configs(): ReadonlyMap<string, FileDefinition> {
    return this.#once('configs', () => readFileDefinitions(this.#definitions('configs')));
  }

  get include(): ItemList<Include> {
    return this.#once('include', () => readIncludes(this.#own.child('include')));
  }

  get swarm(): readonly SwarmSign[] {
    return this.#once('swarm', () => swarmSigns(this.services, this));
  }

  get services(): readonly EffectiveService[] {
    return this.#once('services', () =>
      (servicesOf(this.#source)?.pairs ?? []).flatMap((pair) => this.#service(pair, this.#source) ?? []),
    );
  }

  get otherServices(): readonly EffectiveService[] {
    return this.#once('other services', () => {
      const found = new Map<string, EffectiveService>();
      const own = new Set(this.services.map(({ name }) => name));
      const add = (service: EffectiveService | undefined): void => {
        if (service && !own.has(service.name) && !found.has(service.name)) found.set(service.name, service);
      };
      const { lower, upper } = this.#project.set;
      for (const source of [...lower, ...upper, ...this.#completed])
        for (const pair of servicesOf(source)?.pairs ?? []) add(this.#service(pair, source));
      for (const { file } of this.#included.projects)
        for (const service of [...file.services, ...file.otherServices]) add(service);
      return [...found.values()];
    });
  }

  get open(): boolean {
    return this.#project.set.isPart || this.#included.open || this.services.some(({ open }) => open);
  }

  service(name: string): EffectiveService | undefined {
    const named = (service: EffectiveService): boolean => service.name === name;
    return this.services.find(named) ?? this.otherServices.find(named);
  }

  get #included(): { readonly projects: readonly { readonly file: LazyComposeFile }[]; readonly open: boolean } {
    return this.#once('included', () => {
      const { files, imageOf, included } = this.#project;
      const { projects, open } = includedProjects(this.include, this.#source.scope, files, included);
      const built = projects.map(({ source, upper }) => {
        const set: FileSet = { lower: [], upper, base: () => undefined, isPart: false };
        return { file: new LazyComposeFile(source, { files, imageOf, included, set }) };
      });
      // Each looks into its own includes now, in their order.
      const opens = built.map(({ file }) => file.#included.open);
      return { projects: built, open: open || opens.includes(true) };
    });
  }

  /** The base of which the file holds parts of services only. */
  get #completed(): readonly ComposeSource[] {
    return this.#once('completed', () => {
      const parts = (servicesOf(this.#source)?.pairs ?? []).filter(({ value }) => !isRunnable([{ node: value }]));
      const base = parts.length > 0 ? this.#project.set.base() : undefined;
      const defined = base && servicesOf(base);
      return base && parts.some(({ key }) => defined?.get(key)) ? [base] : [];
    });
  }

  /** The definitions of one kind: of included projects, of what the file overrides, its own, and of what overrides it. */
  #definitions(section: string): Field {
    const { lower, upper } = this.#project.set;
    const written: Written[] = [];
    for (const source of [...this.#includedSources, ...this.#completed, ...lower, this.#source, ...upper])
      if (source.root) written.push(writtenIn(source, source.root));
    return new Field(written, this.#source.scope, this.at, false).child(section);
  }

  get #includedSources(): readonly ComposeSource[] {
    return this.#included.projects.flatMap(({ file }) => [...file.#includedSources, file.#source, ...file.#project.set.upper]);
  }

  /** The part of a service that one file has, with all that it extends. */
  #layersIn(source: ComposeSource, name: string): Layers | undefined {
    const pair = servicesOf(source)?.get(name);
    return pair && resolveExtends(writtenIn(source, pair.value, pair.keyNode), name, source, this.#project.files);
  }

  #service(pair: YamlPair, source: ComposeSource): EffectiveService | undefined {
    const { key: name, value: node } = pair;
    if (node.kind !== 'map' || node.tag === '!reset') return undefined;
    const { lower, upper, isPart } = this.#project.set;
    const at = (place: ComposeSource): Layers | undefined => this.#layersIn(place, name);
    const own = at(source);
    if (!own) return undefined;
    const isOwn = source === this.#source;
    const base = isOwn && !own.open && !isRunnable(own.written) ? this.#project.set.base() : undefined;
    const before = isOwn ? [...(base ? [base] : []), ...lower].flatMap((one) => at(one) ?? []) : [];
    const after = isOwn ? upper.flatMap((one) => at(one) ?? []) : [];
    const all = [...before, own, ...after];
    const key = pair.keyNode.span;
    const via = pair.via ?? pair.keyNode.via;
    return new EffectiveService({
      name,
      nameAt: { ...atOf(writtenIn(source, pair.keyNode)), key, ...(via && { via }) },
      node,
      layers: {
        written: all.flatMap(({ written }) => written),
        // What its base lacks is reported there.
        open: (isOwn && isPart) || before.length > 0 || all.some(({ open }) => open),
        ...(own.extends && { extends: own.extends }),
      },
      scope: source.scope,
      definitions: this,
      imageOf: this.#project.imageOf,
      read: (path) => this.#project.files.text(path),
    });
  }
}

/** What is known of a judged file beside its text. */
export interface ComposeContext {
  /** The file's name, which tells whether others are loaded with it: `compose.yaml`. */
  readonly name?: string;
  /** Reads the Dockerfiles of images that services build. */
  readonly imageOf?: ImageOf;
}

/**
 * Reads one Compose file (https://github.com/compose-spec/compose-spec). `variables` are those of the `.env` file beside it; the
 * shell is never read. `neighbours` are the files around it. Total: what is no Compose file has no services.
 */
export function buildComposeFile(
  document: YamlDocument,
  variables: ReadonlyMap<string, string>,
  neighbours: Neighbours = NO_NEIGHBOURS,
  { name = '', imageOf = () => undefined }: ComposeContext = {},
): ComposeFile {
  const files = new OtherFiles(neighbours);
  const root = document.root?.kind === 'map' ? document.root : undefined;
  const set = fileSet(name, files, variables);
  return new LazyComposeFile({ scope: { document, variables }, root }, { files, imageOf, included: new Set(), set });
}
