import { valueOf } from '../../core/value.ts';
import type { Volume, VolumeMount, Workload } from './model.ts';

/** Volumes that the kubelet mounts read-only whatever the mount says (Volumes in Kubernetes' documentation). */
const READ_ONLY = new Set(['configMap', 'secret', 'projected', 'downwardAPI', 'image']);

/** Whether a container can write to what it mounts, for certain; volumes of the node aside, which are a matter of their own. */
export function isWritable({ name, readOnly }: VolumeMount, { volumes, object }: Workload): boolean {
  if (name.kind !== 'known' || (readOnly.kind !== 'absent' && valueOf(readOnly) !== false)) return false;
  const volume = volumes.items.find((one) => valueOf(one.name) === name.value);
  // A StatefulSet makes claims beside the volumes that it lists.
  return volume ? isOpen(volume) : !volumes.open && object.kind === 'StatefulSet';
}

function isOpen({ type, fields }: Volume): boolean {
  if (type === undefined || type === 'hostPath' || READ_ONLY.has(type)) return false;
  const readOnly = fields.mapping(type).boolean('readOnly');
  return readOnly.kind === 'absent' || valueOf(readOnly) === false;
}
