import type { At, Value, Via } from '../../core/value.ts';
import { absent, valueOf } from '../../core/value.ts';
import type { YamlMap } from '../../yaml/node.ts';
import { Field } from './field.ts';
import type { Scope, Written } from './text.ts';
import { atOf, textOf } from './text.ts';

/** `extends`: the service, perhaps of another file, that a service starts from. */
export interface Extends {
  readonly service: Value<string>;
  /** Absent: a service of the same file. */
  readonly file: Value<string>;
  readonly at: At;
}

function readExtends(written: Written, scope: Scope): Extends {
  const at = atOf(written);
  if (written.node.kind !== 'map') return { service: textOf(written, scope), file: absent(at), at };
  const field = new Field([written], scope, at, false);
  return { service: field.child('service').text(), file: field.child('file').text(), at };
}

/** More services in a row than anyone writes; it keeps the cost of a file linear. */
const MAX_CHAIN = 50;

/** What a service consists of. */
export interface Layers {
  /** The service that is extended first, the service itself last. */
  readonly written: readonly Written[];
  readonly extends?: Extends;
  /** True when a part stands in another file, or can't be found. */
  readonly open: boolean;
}

/**
 * Follows `extends` through the services of one file (Compose spec, "extends"). A cycle, which Compose refuses, ends where it
 * closes.
 */
export function resolveExtends(own: Written, name: string, services: YamlMap | undefined, scope: Scope): Layers {
  const written: Written[] = [own];
  const seen = new Set([name]);
  let first: Extends | undefined;
  let open = false;
  for (let current: Written | undefined = own; current?.node.kind === 'map'; ) {
    const pair = current.node.get('extends');
    if (!pair || pair.value.tag === '!reset') break;
    const reference = readExtends({ node: pair.value, key: pair.keyNode }, scope);
    first ??= reference;
    const base = valueOf(reference.service);
    const target = base === undefined || reference.file.kind !== 'absent' ? undefined : services?.get(base);
    if (base === undefined || !target) {
      open = true;
      break;
    }
    if (seen.has(base)) break;
    if (seen.size > MAX_CHAIN) {
      open = true;
      break;
    }
    seen.add(base);
    const via: Via = current.via ?? { kind: 'extends', name: base, at: reference.at };
    current = { node: target.value, key: target.keyNode, via };
    written.unshift(current);
  }
  return { written, open, ...(first && { extends: first }) };
}
