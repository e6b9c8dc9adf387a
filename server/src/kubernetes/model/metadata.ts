import { absent } from '../../core/value.ts';
import type { YamlMap } from '../../yaml/node.ts';
import type { Home } from './mapping.ts';
import { Mapping } from './mapping.ts';
import type { Entry, ObjectMeta } from './model.ts';

/** Reads `metadata` (ObjectMeta v1 meta in the API reference); `node` is undefined where there is none. */
export function readMetadata(node: YamlMap | undefined, home: Home): ObjectMeta {
  const fields = node ? Mapping.of(node, home) : new Mapping(absent(home.at), home);
  return {
    fields,
    get name() {
      const name = fields.string('name');
      return name.kind === 'absent' ? fields.string('generateName') : name;
    },
    get namespace() {
      return fields.string('namespace');
    },
    get labels(): readonly Entry[] {
      return fields.mapping('labels').entries();
    },
    get annotations(): readonly Entry[] {
      return fields.mapping('annotations').entries();
    },
  };
}
