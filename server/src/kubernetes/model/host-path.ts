import type { At, Value } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import type { HostPathGroup } from '../../knowledge/host-paths.ts';
import { classifyHostPath, credentialPath } from '../../knowledge/host-paths.ts';
import { cleanPath } from '../../knowledge/paths.ts';
import { lookupSocket } from '../../knowledge/runtime-sockets.ts';
import type { Volume, VolumeMount, Workload } from './model.ts';

/**
 * What the path of a `hostPath` volume is, so that one rule only reports it: *runtime-socket*: the container runtime's socket or
 * a directory that holds it; *credentials*: keys and passwords; *sensitive*: a part of the node's system; *plain*: any other.
 */
export type HostPathKind = 'runtime-socket' | 'credentials' | 'sensitive' | 'plain';

/** A `hostPath` volume. */
export interface HostPathVolume {
  readonly volume: Volume;
  /** As shown: the volume's name. */
  readonly name: string;
  readonly kind: HostPathKind;
  /** Its path; the key `hostPath` where that has no known path. */
  readonly at: At;
  readonly path: Value<string>;
  /** The entry of the knowledge table that it is or lies in. */
  readonly entry: string;
  readonly group: HostPathGroup | undefined;
}

/** The `hostPath` volumes of a workload. */
export function hostPathVolumes(workload: Workload): readonly HostPathVolume[] {
  return workload.volumes.items.flatMap((volume) => {
    if (!volume.hostPath.present) return [];
    const path = volume.hostPath.string('path');
    const key = volume.fields.pair('hostPath');
    const at = path.kind === 'known' || !key ? path.at : { ...path.at, span: key.keyNode.span };
    return [{ volume, name: valueOf(volume.name) ?? '', at, path, ...classify(valueOf(path)) }];
  });
}

/** Mounts of a volume in all containers of its workload, each with whether the container can write through it. */
export function mountsOf(workload: Workload, volume: Volume): readonly { mount: VolumeMount; readOnly: boolean }[] {
  return workload.containers
    .flatMap((container) => container.volumeMounts.items)
    .filter(({ name }) => valueOf(name) !== undefined && valueOf(name) === valueOf(volume.name))
    .map((mount) => ({ mount, readOnly: valueOf(mount.readOnly) === true }));
}

function classify(path: string | undefined): Pick<HostPathVolume, 'kind' | 'entry' | 'group'> {
  const plain = { kind: 'plain', entry: '', group: undefined } as const;
  if (path === undefined) return plain;
  const socket = lookupSocket(path);
  if (socket?.kind === 'runtime') return { kind: 'runtime-socket', entry: socket.socket, group: undefined };
  const credentials = credentialPath(path) ?? credentialPath(`~${cleanPath(path)}`);
  if (credentials !== undefined) return { kind: 'credentials', entry: credentials, group: 'credentials' };
  if (socket?.kind === 'host') return { kind: 'sensitive', entry: socket.socket, group: 'root-equivalent' };
  const found = classifyHostPath(path);
  const isPlain = !found || found.group === 'shared' || found.group === 'harmless';
  return isPlain ? plain : { kind: 'sensitive', entry: found.entry, group: found.group };
}
