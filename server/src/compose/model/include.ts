import type { At, Value } from '../../core/value.ts';
import { absent } from '../../core/value.ts';
import { itemField } from './environment.ts';
import type { Field, ItemList } from './field.ts';
import type { Scope, Written } from './text.ts';
import { atOf, textOf } from './text.ts';

/** One entry of `include`: other Compose files whose services join this project. */
export interface Include {
  readonly paths: readonly Value<string>[];
  readonly projectDirectory: Value<string>;
  readonly envFiles: readonly Value<string>[];
  readonly at: At;
}

function readInclude(item: Written, scope: Scope): Include {
  const at = atOf(item);
  if (item.node.kind !== 'map') return { paths: [textOf(item, scope)], projectDirectory: absent(at), envFiles: [], at };
  const field = itemField(item, scope);
  return {
    paths: field.child('path').strings().items,
    projectDirectory: field.child('project_directory').text(),
    envFiles: field.child('env_file').strings().items,
    at,
  };
}

/** Top-level `include` (Compose spec, "Include"). Nothing is fetched. */
export function readIncludes(field: Field): ItemList<Include> {
  return field.items(readInclude);
}
