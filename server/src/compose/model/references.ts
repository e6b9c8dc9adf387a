import type { At, Value } from '../../core/value.ts';
import { absent } from '../../core/value.ts';
import { itemField } from './environment.ts';
import type { Field, ItemList } from './field.ts';
import type { Scope, Written } from './text.ts';
import { atOf, textOf } from './text.ts';

/** One use of a top-level secret or config by a service. */
export interface FileReference {
  readonly syntax: 'short' | 'long';
  /** Name of the top-level definition. */
  readonly source: Value<string>;
  /** Absent: `/run/secrets/<source>` for a secret, `/<source>` for a config. */
  readonly target: Value<string>;
  readonly uid: Value<string>;
  readonly gid: Value<string>;
  /** Octal, as written: `0440`. */
  readonly mode: Value<string>;
  readonly at: At;
}

function readReference(item: Written, scope: Scope): FileReference {
  const at = atOf(item);
  if (item.node.kind !== 'map') {
    const nothing = absent<string>(at);
    return { syntax: 'short', source: textOf(item, scope), target: nothing, uid: nothing, gid: nothing, mode: nothing, at };
  }
  const field = itemField(item, scope);
  const [source, target, uid, gid, mode] = ['source', 'target', 'uid', 'gid', 'mode'].map((key) => field.child(key).text());
  const nothing = absent<string>(at);
  return {
    syntax: 'long',
    source: source ?? nothing,
    target: target ?? nothing,
    uid: uid ?? nothing,
    gid: gid ?? nothing,
    mode: mode ?? nothing,
    at,
  };
}

/** `secrets` or `configs` of a service (or of its build). */
export function readReferences(field: Field): ItemList<FileReference> {
  const text = (value: Value<string>): string | undefined => (value.kind === 'known' ? value.value : undefined);
  return field.items(readReference, ({ source, target }) => text(target) ?? text(source));
}
