import type { At, Value } from '../../core/value.ts';
import type { YamlDocument, YamlMap } from '../../yaml/node.ts';
import type { FileDefinition, NetworkDefinition, VolumeDefinition } from './definitions.ts';
import type { ItemList } from './field.ts';
import type { Include } from './include.ts';
import type { EffectiveService } from './service.ts';

/** The top-level definitions that services refer to, by key. */
export interface Definitions {
  readonly volumes: ReadonlyMap<string, VolumeDefinition>;
  readonly networks: ReadonlyMap<string, NetworkDefinition>;
  readonly secrets: ReadonlyMap<string, FileDefinition>;
  readonly configs: ReadonlyMap<string, FileDefinition>;
}

/** A sign that the file is meant for `docker stack deploy`, and where it stands. */
export interface SwarmSign {
  readonly what: string;
  readonly at: At;
}

/** A Compose file as it takes effect. Computed when asked for; never changed. */
export interface ComposeFile extends Definitions {
  readonly document: YamlDocument;
  readonly root: YamlMap | undefined;
  /** Its first key; an empty span at the start of an empty file. */
  readonly at: At;
  /** The project's name. */
  readonly name: Value<string>;
  /** Obsolete and ignored (Compose spec, "Version"). */
  readonly version: Value<string>;
  readonly services: readonly EffectiveService[];
  readonly include: ItemList<Include>;
  /** Empty for a file of plain Compose. */
  readonly swarm: readonly SwarmSign[];
  /** Services that only other files have: those that are included, that it overrides, or that override it. Each is judged in its own file. */
  readonly otherServices: readonly EffectiveService[];
  /** True when other files, which are not known, may define further services, networks, volumes, secrets or configs. */
  readonly open: boolean;
  /** The service of a name, of `services` or `otherServices`. */
  service(name: string): EffectiveService | undefined;
}
