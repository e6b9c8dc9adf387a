import type { At, Value } from '../../core/value.ts';
import type { YamlDocument, YamlMap } from '../../yaml/node.ts';
import type { FileDefinition, NetworkDefinition, VolumeDefinition } from './definitions.ts';
import { readFileDefinitions, readNetworkDefinitions, readVolumeDefinitions } from './definitions.ts';
import { resolveExtends } from './extends.ts';
import type { ItemList } from './field.ts';
import { Field } from './field.ts';
import type { Include } from './include.ts';
import { readIncludes } from './include.ts';
import type { ComposeFile, SwarmSign } from './model.ts';
import { EffectiveService } from './service.ts';
import { swarmSigns } from './swarm.ts';
import type { Scope } from './text.ts';

const EMPTY: At = { span: { start: 0, end: 0 }, route: [] };

class LazyComposeFile implements ComposeFile {
  readonly document: YamlDocument;
  readonly root: YamlMap | undefined;
  readonly at: At;
  readonly #scope: Scope;
  readonly #field: Field;
  readonly #read = new Map<string, unknown>();

  constructor(document: YamlDocument, variables: ReadonlyMap<string, string>) {
    this.document = document;
    this.root = document.root?.kind === 'map' ? document.root : undefined;
    const first = this.root?.pairs.find((pair) => pair.via === undefined)?.keyNode;
    this.at = first ? { span: first.span, route: first.route } : EMPTY;
    this.#scope = { document, variables };
    this.#field = new Field(this.root ? [{ node: this.root }] : [], this.#scope, this.at, false);
  }

  #once<T>(key: string, read: () => T): T {
    if (!this.#read.has(key)) this.#read.set(key, read());
    return this.#read.get(key) as T;
  }

  get name(): Value<string> {
    return this.#once('name', () => this.#field.child('name').text());
  }

  get version(): Value<string> {
    return this.#once('version', () => this.#field.child('version').text());
  }

  get volumes(): ReadonlyMap<string, VolumeDefinition> {
    return this.#once('volumes', () => readVolumeDefinitions(this.#field.child('volumes')));
  }

  get networks(): ReadonlyMap<string, NetworkDefinition> {
    return this.#once('networks', () => readNetworkDefinitions(this.#field.child('networks')));
  }

  get secrets(): ReadonlyMap<string, FileDefinition> {
    return this.#once('secrets', () => readFileDefinitions(this.#field.child('secrets')));
  }

  get configs(): ReadonlyMap<string, FileDefinition> {
    return this.#once('configs', () => readFileDefinitions(this.#field.child('configs')));
  }

  get include(): ItemList<Include> {
    return this.#once('include', () => readIncludes(this.#field.child('include')));
  }

  get swarm(): readonly SwarmSign[] {
    return this.#once('swarm', () => swarmSigns(this.services, this));
  }

  get services(): readonly EffectiveService[] {
    return this.#once('services', () => this.#services());
  }

  service(name: string): EffectiveService | undefined {
    return this.services.find((service) => service.name === name);
  }

  #services(): readonly EffectiveService[] {
    const services = this.root?.get('services')?.value;
    if (services?.kind !== 'map') return [];
    return services.pairs.flatMap((pair) => {
      const own = { node: pair.value, key: pair.keyNode };
      if (pair.value.kind !== 'map' || pair.value.tag === '!reset') return [];
      const layers = resolveExtends(own, pair.key, services, this.#scope);
      const { span, route } = pair.keyNode;
      const via = pair.via ?? pair.keyNode.via;
      const nameAt: At = { span, route, key: span, ...(via && { via }) };
      return [new EffectiveService({ name: pair.key, nameAt, node: pair.value, layers, scope: this.#scope, definitions: this })];
    });
  }
}

/**
 * Reads one Compose file (https://github.com/compose-spec/compose-spec). `variables` are those of the `.env` file beside it; the
 * shell is never read. Total: what is no Compose file has no services.
 */
export function buildComposeFile(document: YamlDocument, variables: ReadonlyMap<string, string>): ComposeFile {
  return new LazyComposeFile(document, variables);
}
