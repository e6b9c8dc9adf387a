import type { Related } from '../../core/finding.ts';
import type { At } from '../../core/value.ts';
import type { HostMount } from '../model/host-mounts.ts';

/** Where a mount of a host path is reported: at the path, or at the service's entry when a top-level volume names the path. */
export function mountPlace(mount: HostMount): { readonly at: At; readonly related: readonly Related[] } {
  const { definition, path } = mount;
  if (!definition) return { at: path.at, related: [] };
  return { at: mount.at, related: [{ at: path.at, message: `\`${definition.key}\` binds it here` }] };
}
