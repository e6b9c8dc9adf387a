import type { YamlMap } from '../../yaml/node.ts';
import { Mapping } from './mapping.ts';
import type { Volume } from './model.ts';
import { nameToken } from './naming.ts';

/**
 * Reads one volume. The API takes a volume without a source for an `emptyDir`
 * (https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/).
 */
export function readVolume(node: YamlMap, holder: YamlMap): Volume {
  const at = nameToken(node, ['name']);
  const fields = Mapping.of(node, { at, partial: false });
  const sources = node.pairs
    .filter((pair) => pair.key !== 'name' && !pair.key.startsWith('$') && fields.field(pair.key).kind !== 'absent')
    .map((pair) => pair.key);
  return {
    node,
    holder,
    fields,
    name: fields.string('name'),
    at,
    sources,
    type: sources[0] ?? (node.open ? undefined : 'emptyDir'),
    hostPath: fields.mapping('hostPath'),
  };
}
