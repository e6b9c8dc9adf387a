import type { FixOffer } from '../../core/finding.ts';
import { setKey } from '../../yaml/edit.ts';
import { addItems, change, offer, refusalOf } from '../edit.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';

/** Mounts a new named volume at a path of the container, defined at the top: `volumes: [db-data:/data]` and `db-data: {}`. */
export function addVolume(file: ComposeFile, service: EffectiveService, path: string): FixOffer {
  const key = `${service.name}-data`;
  const title = `Keep \`${path}\` in the volume \`${key}\``;
  const { root, document } = file;
  const definitions = root?.get('volumes');
  const refused =
    refusalOf(definitions?.via ?? definitions?.value.via, '`volumes`') ??
    (file.volumes.has(key) ? `the volume \`${key}\` is there already` : undefined);
  if (!root || refused !== undefined) return { title, refused: refused ?? 'the file is not a mapping' };
  const defined =
    definitions && definitions.value.kind !== 'seq'
      ? change(document, setKey(document, definitions.value, key, {}), ['volumes', key])
      : change(document, setKey(document, root, 'volumes', { [key]: {} }), ['volumes']);
  return offer(
    { title, safety: 'hardening', caution: 'The service starts with an empty volume: copy over what it has stored so far.' },
    addItems(service, 'volumes', [`${key}:${path}`]),
    defined,
  );
}
