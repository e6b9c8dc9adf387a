import type { Span } from '../../core/span.ts';
import { span } from '../../core/span.ts';
import type { At, Value } from '../../core/value.ts';
import { absent, dynamic, invalid, known, mapValue } from '../../core/value.ts';
import { itemField } from './environment.ts';
import type { Field, ItemList } from './field.ts';
import { isHostPath } from './host-path.ts';
import { knownPrefix } from './interpolation.ts';
import { rebased } from './paths.ts';
import { splitAt } from './split.ts';
import type { ScalarText, Scope, Written } from './text.ts';
import { atOf, parsed, scalarText, textOf } from './text.ts';

/** What a mount may be (Compose spec, "volumes", "Long syntax"). */
export type MountType = 'bind' | 'volume' | 'tmpfs' | 'npipe' | 'image' | 'cluster';

/** One entry of a service's `volumes`. */
export interface ServiceVolume {
  readonly syntax: 'short' | 'long';
  readonly type: Value<MountType>;
  /** Host path, volume name or image; absent for an anonymous volume. */
  readonly source: Value<string>;
  readonly target: Value<string>;
  readonly readOnly: Value<boolean>;
  /** `rprivate` unless said otherwise. */
  readonly propagation: Value<string>;
  /** `z` (shared) or `Z` (private): relabels the host's files. */
  readonly selinux: Value<string>;
  readonly createHostPath: Value<boolean>;
  readonly recursive: Value<string>;
  readonly noCopy: Value<boolean>;
  readonly subpath: Value<string>;
  /** In bytes. */
  readonly tmpfsSize: Value<number>;
  readonly tmpfsMode: Value<string>;
  /** The options of the short syntax, each by itself. */
  readonly options: readonly Value<string>[];
  readonly at: At;
}

const TYPES: readonly MountType[] = ['bind', 'volume', 'tmpfs', 'npipe', 'image', 'cluster'];
const PROPAGATIONS = new Set(['shared', 'rshared', 'slave', 'rslave', 'private', 'rprivate']);

/** Cuts at colons, except the one behind a drive letter (compose-go `format.ParseVolume`). */
function splitVolume(text: string, opaque: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  for (const part of splitAt(text, ':', opaque)) {
    const before = parts.at(-1);
    const isDrive = before !== undefined && before.end - before.start === 1 && /[a-zA-Z]/.test(text[before.start] ?? '');
    if (isDrive) parts[parts.length - 1] = span(before.start, part.end);
    else parts.push(part);
  }
  return parts;
}

function typeOf(source: Value<string>): Value<MountType> {
  if (source.kind === 'absent') return known('volume', source.at);
  if (source.kind === 'known')
    return known(/^\\\\\.\\pipe\\/.test(source.value) ? 'npipe' : isHostPath(source.value) ? 'bind' : 'volume', source.at);
  if (source.kind !== 'dynamic') return source;
  return isHostPath(source.text) || isHostPath(knownPrefix(source.text))
    ? known('bind', source.at)
    : dynamic(source.text, source.at);
}

function readShort(text: ScalarText): ServiceVolume {
  const at = text.at();
  const nothing = absent<never>(at);
  const [first, second, third] = text.parts((raw, opaque) => {
    const parts = splitVolume(raw, opaque);
    const options = parts[2];
    return options ? [...parts.slice(0, 2), span(options.start, raw.length)] : parts;
  });
  const written = second ? (first ?? nothing) : first?.kind === 'dynamic' ? dynamic<string>(text.raw, at) : nothing;
  const source = written.kind === 'known' && written.value.startsWith('.') ? rebased(written, text.scope) : written;
  const options = third ? optionsOf(third) : [];
  const option = (wanted: (text: string) => boolean): Value<string> =>
    options.find((o) => o.kind === 'known' && wanted(o.value)) ??
    (options.some((o) => o.kind === 'dynamic') ? dynamic(text.raw, at) : nothing);
  const given = (name: string): Value<boolean> =>
    mapValue(
      option((o) => o === name),
      () => true,
    );
  const readOnly = option((o) => o === 'ro' || o === 'rw');
  return {
    syntax: 'short',
    type: typeOf(source),
    source,
    target: second ?? first ?? nothing,
    readOnly: readOnly.kind === 'absent' ? known(false, at) : mapValue(readOnly, (o) => o === 'ro'),
    propagation: option((o) => PROPAGATIONS.has(o)),
    selinux: option((o) => o === 'z' || o === 'Z'),
    createHostPath: known(true, at),
    recursive: nothing,
    noCopy: given('nocopy'),
    subpath: nothing,
    tmpfsSize: nothing,
    tmpfsMode: nothing,
    options,
    at,
  };
}

function optionsOf(value: Value<string>): readonly Value<string>[] {
  if (value.kind !== 'known') return [value];
  const { start, end } = value.at.span;
  const located = end - start === value.value.length;
  return splitAt(value.value, ',', []).map((part) =>
    known(
      value.value.slice(part.start, part.end),
      located ? { ...value.at, span: span(start + part.start, start + part.end) } : value.at,
    ),
  );
}

function readLong(item: Written, scope: Scope): ServiceVolume {
  const field = itemField(item, scope);
  const bind = field.child('bind');
  const volume = field.child('volume');
  const tmpfs = field.child('tmpfs');
  const readOnly = field.child('read_only').flag();
  const type = parsed(field.child('type').text(), (text) => TYPES.find((one) => one === text), 'a type of mount');
  const source = field.child('source');
  return {
    syntax: 'long',
    type,
    source: type.kind === 'known' && type.value === 'bind' ? source.path() : source.text(),
    target: field.child('target').text(),
    readOnly: readOnly.kind === 'absent' ? known(false, readOnly.at) : readOnly,
    propagation: bind.child('propagation').text(),
    selinux: bind.child('selinux').text(),
    createHostPath: bind.child('create_host_path').flag(),
    recursive: bind.child('recursive').text(),
    noCopy: volume.child('nocopy').flag(),
    subpath: volume.child('subpath').text(),
    tmpfsSize: tmpfs.child('size').size(),
    tmpfsMode: tmpfs.child('mode').text(),
    options: [],
    at: atOf(item),
  };
}

function readVolume(item: Written, scope: Scope): ServiceVolume {
  if (item.node.kind === 'map') return readLong(item, scope);
  const text = scalarText(item, scope);
  if (text) return readShort(text);
  const at = atOf(item);
  const read = textOf(item, scope);
  const why: Value<never> = read.kind === 'known' ? invalid('is no volume', at) : read;
  return {
    syntax: 'short',
    type: why,
    source: why,
    target: why,
    readOnly: why,
    propagation: why,
    selinux: why,
    createHostPath: why,
    recursive: why,
    noCopy: why,
    subpath: why,
    tmpfsSize: why,
    tmpfsMode: why,
    options: [],
    at,
  };
}

/** A service's `volumes` in both syntaxes; an extending service replaces a mount on the same target. */
export function readVolumes(field: Field): ItemList<ServiceVolume> {
  return field.items(readVolume, ({ target }) => (target.kind === 'known' ? target.value : undefined));
}
