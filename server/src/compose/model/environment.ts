import type { At, Value } from '../../core/value.ts';
import { absent } from '../../core/value.ts';
import type { Field, ItemList } from './field.ts';
import { Field as FieldOf } from './field.ts';
import { rebased } from './paths.ts';
import type { Scope, Written } from './text.ts';
import { atOf, textOf } from './text.ts';

/** One file of `env_file`, in short (a path) or long syntax. */
export interface EnvFile {
  readonly path: Value<string>;
  /** True when nothing is said (Compose spec, "env_file"). */
  readonly required: Value<boolean>;
  readonly format: Value<string>;
  readonly at: At;
}

/** A mapping that stands as one item of a list, as a field of its own. */
export function itemField(item: Written, scope: Scope): Field {
  return new FieldOf([item], scope, atOf(item), false);
}

function readEnvFile(item: Written, scope: Scope): EnvFile {
  const at = atOf(item);
  if (item.node.kind !== 'map')
    return { path: rebased(textOf(item, scope), scope), required: { kind: 'known', value: true, at }, format: absent(at), at };
  const field = itemField(item, scope);
  const required = field.child('required').flag();
  return {
    path: field.child('path').path(),
    required: required.kind === 'absent' ? { kind: 'known', value: true, at } : required,
    format: field.child('format').text(),
    at,
  };
}

/** `env_file` as a path, a list of paths, or a list of `{path, required, format}`. */
export function readEnvFiles(field: Field): ItemList<EnvFile> {
  return field.items(readEnvFile, ({ path }) => (path.kind === 'known' ? path.value : undefined));
}
