import type { At, Value } from '../../core/value.ts';
import { known } from '../../core/value.ts';
import { itemField } from './environment.ts';
import type { Field, ItemList } from './field.ts';
import type { KeyValues } from './key-values.ts';
import { readKeyValues } from './key-values.ts';

/** What all top-level definitions have. */
export interface Definition {
  /** The key by which services name it. */
  readonly key: string;
  readonly keyAt: At;
  /** Made outside this project. The legacy `external: {name: x}` counts as true. */
  readonly external: Value<boolean>;
  /** The name it has on the host, when it is said. */
  readonly name: Value<string>;
  readonly driver: Value<string>;
  readonly driverOpts: KeyValues;
  readonly labels: KeyValues;
  readonly at: At;
}

/** A top-level volume. */
export type VolumeDefinition = Definition;

/** A top-level network. */
export interface NetworkDefinition extends Definition {
  readonly internal: Value<boolean>;
  readonly attachable: Value<boolean>;
  readonly enableIpv4: Value<boolean>;
  readonly enableIpv6: Value<boolean>;
  readonly subnets: ItemList<Value<string>>;
}

/** A top-level secret or config: exactly one of file, environment, content (a config's) or external. */
export interface FileDefinition extends Definition {
  /** Path on the host, as written. */
  readonly file: Value<string>;
  /** Name of a variable of the shell that runs Compose. */
  readonly environment: Value<string>;
  readonly content: Value<string>;
}

function readDefinition(key: string, field: Field): Definition {
  const external = field.child('external');
  const legacy = external.last?.node.kind === 'map' ? external.child('name') : undefined;
  const name = field.child('name').text();
  return {
    key,
    keyAt: field.keyAt,
    external: legacy ? known(true, external.at) : external.flag(),
    name: legacy?.present ? legacy.text() : name,
    driver: field.child('driver').text(),
    driverOpts: readKeyValues(field.child('driver_opts')),
    labels: readKeyValues(field.child('labels')),
    at: field.at,
  };
}

/** Top-level `volumes`, by key. */
export function readVolumeDefinitions(field: Field): ReadonlyMap<string, VolumeDefinition> {
  return new Map([...field.children()].map(([key, child]) => [key, readDefinition(key, child)]));
}

/** Top-level `networks`, by key. */
export function readNetworkDefinitions(field: Field): ReadonlyMap<string, NetworkDefinition> {
  return new Map(
    [...field.children()].map(([key, child]) => [
      key,
      {
        ...readDefinition(key, child),
        internal: child.child('internal').flag(),
        attachable: child.child('attachable').flag(),
        enableIpv4: child.child('enable_ipv4').flag(),
        enableIpv6: child.child('enable_ipv6').flag(),
        subnets: child
          .child('ipam')
          .child('config')
          .items((item, scope) => itemField(item, scope).child('subnet').text()),
      },
    ]),
  );
}

/** Top-level `secrets` or `configs`, by key. */
export function readFileDefinitions(field: Field): ReadonlyMap<string, FileDefinition> {
  return new Map(
    [...field.children()].map(([key, child]) => [
      key,
      {
        ...readDefinition(key, child),
        file: child.child('file').path(),
        environment: child.child('environment').text(),
        content: child.child('content').text(),
      },
    ]),
  );
}
