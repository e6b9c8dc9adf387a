import type { At, Value } from '../../core/value.ts';
import type { Field, ItemList } from './field.ts';
import type { KeyValues } from './key-values.ts';
import { readKeyValues } from './key-values.ts';
import { rebased } from './paths.ts';
import type { FileReference } from './references.ts';
import { readReferences } from './references.ts';
import { textOf } from './text.ts';

/** `build`: how a service's image is made (Compose Build specification). */
export interface Build {
  readonly context: Value<string>;
  readonly dockerfile: Value<string>;
  /** The text of a Dockerfile, inside the Compose file. */
  readonly dockerfileInline: Value<string>;
  readonly target: Value<string>;
  readonly args: KeyValues;
  readonly labels: KeyValues;
  readonly additionalContexts: KeyValues;
  readonly secrets: ItemList<FileReference>;
  /** `id` alone (the agent's socket) or `id=path`. */
  readonly ssh: KeyValues;
  readonly network: Value<string>;
  readonly privileged: Value<boolean>;
  readonly entitlements: ItemList<Value<string>>;
  readonly isolation: Value<string>;
  readonly extraHosts: KeyValues;
  readonly cacheFrom: ItemList<Value<string>>;
  readonly cacheTo: ItemList<Value<string>>;
  readonly tags: ItemList<Value<string>>;
  readonly platforms: ItemList<Value<string>>;
  readonly pull: Value<boolean>;
  readonly noCache: Value<boolean>;
  /** In bytes. */
  readonly shmSize: Value<number>;
  readonly at: At;
  readonly keyAt: At;
}

/** Reads `build`, a context alone or a mapping; undefined when not written. */
export function readBuild(field: Field): Build | undefined {
  if (!field.present) return undefined;
  const last = field.written.findLast(
    ({ node }) => node.kind === 'scalar' || (node.kind === 'map' && node.get('context') !== undefined),
  );
  const alone = last?.node.kind === 'scalar' ? last : undefined;
  const context = alone ? rebased(textOf(alone, field.scope), alone.scope ?? field.scope) : field.child('context').path();
  return {
    context,
    dockerfile: field.child('dockerfile').text(),
    dockerfileInline: field.child('dockerfile_inline').text(),
    target: field.child('target').text(),
    args: readKeyValues(field.child('args')),
    labels: readKeyValues(field.child('labels')),
    additionalContexts: readKeyValues(field.child('additional_contexts')),
    secrets: readReferences(field.child('secrets')),
    ssh: readKeyValues(field.child('ssh')),
    network: field.child('network').text(),
    privileged: field.child('privileged').flag(),
    entitlements: field.child('entitlements').strings(),
    isolation: field.child('isolation').text(),
    extraHosts: readKeyValues(field.child('extra_hosts'), '=:'),
    cacheFrom: field.child('cache_from').strings(),
    cacheTo: field.child('cache_to').strings(),
    tags: field.child('tags').strings(),
    platforms: field.child('platforms').strings(),
    pull: field.child('pull').flag(),
    noCache: field.child('no_cache').flag(),
    shmSize: field.child('shm_size').size(),
    at: field.at,
    keyAt: field.keyAt,
  };
}
