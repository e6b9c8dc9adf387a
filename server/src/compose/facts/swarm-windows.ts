import { valueOf } from '../../core/value.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';

const WINDOWS_NODES = /^\s*node\.platform\.os\s*==\s*windows\s*$/i;

/** Whether a service runs on Windows nodes: by what it runs, or where it is placed. */
export function onWindows({ runsWindows, deploy }: EffectiveService): boolean {
  return runsWindows || deploy.placementConstraints.items.some((item) => WINDOWS_NODES.test(valueOf(item) ?? ''));
}

/** Whether a service on Windows nodes joins a network, which then can not be encrypted (Docker, "Overlay network driver"). */
export function hasWindowsMember(file: ComposeFile, network: string): boolean {
  return file.services.some(
    (service) => onWindows(service) && service.networks.items.some(({ name }) => valueOf(name) === network),
  );
}
