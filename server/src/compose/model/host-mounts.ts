import type { At, Value } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import type { FileDefinition, VolumeDefinition } from './definitions.ts';
import { homePath, isHostPath } from './host-path.ts';
import { knownPrefix } from './interpolation.ts';
import type { FileReference } from './references.ts';
import type { ServiceVolume } from './volumes.ts';

/** A path of the host that a service sees, whatever syntax brings it in. */
export interface HostMount {
  /** As written, `$HOME` in front as `~`; the tables of `knowledge` take any spelling. */
  readonly path: Value<string>;
  readonly target: Value<string>;
  readonly readOnly: Value<boolean>;
  /** A bind, a named volume whose definition binds a path, or the file of a secret or config. */
  readonly through: 'bind' | 'named-volume' | 'secret' | 'config';
  /** The entry of the service that brings it in. */
  readonly at: At;
  readonly volume?: ServiceVolume;
  /** The top-level definition that names the path. */
  readonly definition?: VolumeDefinition | FileDefinition;
}

/** A path below `$HOME` is known: it is in the user's home wherever Compose runs. */
function withHome(path: Value<string>): Value<string> {
  const home = path.kind === 'dynamic' ? homePath(path.text) : undefined;
  return home === undefined ? path : { kind: 'known', value: home, at: path.at };
}

/**
 * The path that a volume of the `local` driver binds: `driver_opts` with a `device` that is a path and a bind, `type: none` or no
 * type at all (docker volume create, "Driver-specific options").
 */
function boundDevice(definition: VolumeDefinition): Value<string> | undefined {
  const driver = valueOf(definition.driver);
  if (driver !== undefined && driver !== 'local') return undefined;
  const option = (name: string): Value<string> | undefined => definition.driverOpts.get(name)?.value;
  const device = option('device');
  if (!device || device.kind === 'absent' || device.kind === 'invalid') return undefined;
  const type = option('type');
  const flags = option('o');
  const binds = /(?:^|,)\s*r?bind\s*(?:,|$)/.test((flags && valueOf(flags)) ?? '');
  const plain = !type || type.kind === 'absent' || (type.kind === 'known' && ['', 'none', 'bind'].includes(type.value));
  const isPath = device.kind === 'known' ? isHostPath(device.value) : isHostPath(knownPrefix(device.text));
  return isPath && (binds || plain) ? device : undefined;
}

/** Every path of the host that the volumes, secrets and configs of a service bring in. */
export function hostMounts(
  volumes: readonly ServiceVolume[],
  secrets: readonly FileReference[],
  configs: readonly FileReference[],
  definitions: {
    readonly volumes: ReadonlyMap<string, VolumeDefinition>;
    readonly secrets: ReadonlyMap<string, FileDefinition>;
    readonly configs: ReadonlyMap<string, FileDefinition>;
  },
): readonly HostMount[] {
  const mounts: HostMount[] = [];
  for (const volume of volumes) {
    const { type, source, target, readOnly, at } = volume;
    const kind = valueOf(type);
    if (kind === 'bind' || kind === 'npipe') {
      mounts.push({ path: withHome(source), target, readOnly, through: 'bind', at, volume });
      continue;
    }
    const name = valueOf(source);
    const definition = kind === 'volume' && name !== undefined ? definitions.volumes.get(name) : undefined;
    const device = definition && boundDevice(definition);
    if (definition && device)
      mounts.push({ path: withHome(device), target, readOnly, through: 'named-volume', at, volume, definition });
  }
  const files = (
    references: readonly FileReference[],
    through: 'secret' | 'config',
    defined: ReadonlyMap<string, FileDefinition>,
  ): void => {
    for (const { source, target, at } of references) {
      const name = valueOf(source);
      const definition = name === undefined ? undefined : defined.get(name);
      if (!definition || definition.file.kind === 'absent') continue;
      mounts.push({
        path: withHome(definition.file),
        target,
        readOnly: { kind: 'known', value: true, at },
        through,
        at,
        definition,
      });
    }
  };
  files(secrets, 'secret', definitions.secrets);
  files(configs, 'config', definitions.configs);
  return mounts;
}
