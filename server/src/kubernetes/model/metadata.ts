import { absent, type Value } from '../../core/value.ts';
import type { YamlMap } from '../../yaml/node.ts';
import type { Home } from './mapping.ts';
import { Mapping } from './mapping.ts';
import type { Entry, ObjectMeta } from './model.ts';

/** Reads `metadata` (ObjectMeta v1 meta in the API reference); `node` is undefined where there is none. */
export function readMetadata(node: YamlMap | undefined, home: Home): ObjectMeta {
  const fields = node ? Mapping.of(node, home) : new Mapping(absent(home.at), home);
  return new Metadata(fields);
}

/** A class, as all that has getters: V8 makes a hidden class for each object literal with getters, and keeps it for long. */
class Metadata implements ObjectMeta {
  readonly fields: Mapping;

  constructor(fields: Mapping) {
    this.fields = fields;
  }

  get name(): Value<string> {
    const name = this.fields.string('name');
    return name.kind === 'absent' ? this.fields.string('generateName') : name;
  }

  get namespace(): Value<string> {
    return this.fields.string('namespace');
  }

  get labels(): readonly Entry[] {
    return this.fields.mapping('labels').entries();
  }

  get annotations(): readonly Entry[] {
    return this.fields.mapping('annotations').entries();
  }
}
