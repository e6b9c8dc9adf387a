import type { At, Value, Via } from '../../core/value.ts';
import { absent, valueOf } from '../../core/value.ts';
import { Field } from './field.ts';
import type { ComposeSource, OtherFiles } from './source.ts';
import { servicesOf } from './source.ts';
import type { Scope, Written } from './text.ts';
import { atOf, inside, textOf } from './text.ts';

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
  /** True when a part stands in a file that is not known, or can't be found. */
  readonly open: boolean;
}

/** The file in which an extended service is looked for; undefined when that is not known, or not there. */
function fileOf({ file }: Extends, from: ComposeSource, files: OtherFiles): ComposeSource | undefined {
  if (file.kind === 'absent') return from;
  return file.kind === 'known' ? (files.openFrom(from.scope, file.value) ?? undefined) : undefined;
}

function viaOf(current: Written, name: string, at: At, source: ComposeSource): Via {
  const { file } = source.scope;
  if (current.via?.kind === 'file') return current.via;
  if (file === undefined) return current.via ?? { kind: 'extends', name, at };
  // Where the judged file is left is the place that all services share which come through it.
  return current.scope && current.via ? { ...current.via, file } : { kind: 'extends', name, file, at };
}

/**
 * Follows `extends` through the services of a file and of those that it names (Compose spec, "extends"). A cycle, which Compose
 * refuses, ends where it closes.
 */
export function resolveExtends(own: Written, name: string, source: ComposeSource, files: OtherFiles): Layers {
  const written: Written[] = [own];
  const seen = new Set([`${source.scope.file ?? ''}\0${name}`]);
  let first: Extends | undefined;
  let open = false;
  let from = source;
  for (let current: Written = own; current.node.kind === 'map'; ) {
    const pair = current.node.get('extends');
    if (!pair || pair.value.tag === '!reset') break;
    const reference = readExtends(inside(current, pair.value, pair.keyNode), from.scope);
    first ??= reference;
    const base = valueOf(reference.service);
    const file = base === undefined ? undefined : fileOf(reference, from, files);
    const target = base === undefined ? undefined : file && servicesOf(file)?.get(base);
    if (base === undefined || !file || !target) {
      open = true;
      break;
    }
    const place = `${file.scope.file ?? ''}\0${base}`;
    if (seen.has(place)) break;
    if (seen.size > MAX_CHAIN) {
      open = true;
      break;
    }
    seen.add(place);
    const via = viaOf(current, base, reference.at, file);
    const { scope } = file;
    current = { node: target.value, key: target.keyNode, via, ...(scope.file !== undefined && { scope }) };
    from = file;
    written.unshift(current);
  }
  return { written, open, ...(first && { extends: first }) };
}
