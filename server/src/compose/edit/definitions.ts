import type { FixOffer } from '../../core/finding.ts';
import type { YamlData, YamlEdit } from '../../yaml/edit.ts';
import { homesOf, removePair, setKey } from '../../yaml/edit.ts';
import type { YamlMap, YamlScalar } from '../../yaml/node.ts';
import type { Change, FixText } from '../edit.ts';
import { change, offer, refusalOf } from '../edit.ts';
import type { ComposeFile } from '../model/model.ts';

type Section = 'networks' | 'volumes' | 'secrets' | 'configs';

/** A top-level definition as written in the file, one without a value included, or why there is none to change. */
function definitionOf(file: ComposeFile, section: Section, key: string): YamlMap | YamlScalar | string {
  const top = file.root?.get(section);
  const pair = top?.value.kind === 'map' ? top.value.get(key) : undefined;
  const inherited = [top, pair].map((part) => part && refusalOf(part.via ?? part.value.via, `\`${key}\``));
  const refused = inherited.find((reason) => reason !== undefined);
  if (refused !== undefined) return refused;
  const value = pair?.value;
  if (value?.kind === 'map' || (value?.kind === 'scalar' && value.isNull)) return value;
  return `\`${key}\` is not a mapping of this file`;
}

/** Refused for a definition that an alias stands for; with the edit of the anchor's own mapping instead. */
function atAnchor(
  { root, document }: ComposeFile,
  section: Section,
  key: string,
  property: string,
  refused: string,
  edit: (map: YamlMap | YamlScalar) => YamlEdit,
): Change {
  const top = root?.get(section)?.value;
  const value = top?.kind === 'map' && !top.via ? top.get(key)?.value : undefined;
  const home = value?.via?.kind === 'alias' ? homesOf(document, value.route).at(-1) : undefined;
  const written = home?.kind === 'pair' ? home.pair.value : undefined;
  if (!value?.via || !written || written.via || written.kind === 'seq') return { refused };
  const done = change(document, edit(written), [...written.route, property]);
  if ('refused' in done) return { refused };
  return { refused, alternatives: [{ where: `at the anchor \`${value.via.name}\``, change: done, alone: false }] };
}

/** Gives a network, volume, secret or config of the file a property: `back: {internal: true}`. */
export function setInDefinition(
  file: ComposeFile,
  section: Section,
  key: string,
  property: string,
  value: YamlData,
  text: FixText,
): FixOffer {
  const set = (map: YamlMap | YamlScalar): YamlEdit => setKey(file.document, map, property, value);
  const map = definitionOf(file, section, key);
  if (typeof map === 'string') return offer(text, atAnchor(file, section, key, property, map, set));
  const inherited = map.kind === 'map' ? map.get(property) : undefined;
  const refused = inherited && refusalOf(inherited.via ?? inherited.value.via, `\`${property}\``);
  if (refused !== undefined) return { title: text.title, refused };
  return offer(text, change(file.document, setKey(file.document, map, property, value), [...map.route, property]));
}

/** A property of a network, volume, secret or config → nothing. */
export function removeFromDefinition(
  file: ComposeFile,
  section: Section,
  key: string,
  property: string,
  text: FixText,
): FixOffer {
  const map = definitionOf(file, section, key);
  if (typeof map === 'string') {
    const remove = (written: YamlMap | YamlScalar): YamlEdit =>
      written.kind === 'map' ? removePair(file.document, written, property) : { refused: map };
    return offer(text, atAnchor(file, section, key, property, map, remove));
  }
  if (map.kind === 'scalar') return { title: text.title, refused: `\`${property}\` is not written there` };
  return removeOwn(file, map, property, text);
}

/** A key of the file itself, such as `version` → nothing. */
export function removeTopLevelKey(file: ComposeFile, key: string, text: FixText): FixOffer {
  return file.root ? removeOwn(file, file.root, key, text) : { title: text.title, refused: 'the file is not a mapping' };
}

function removeOwn({ document }: ComposeFile, map: YamlMap, key: string, text: FixText): FixOffer {
  const pair = map.get(key);
  const refused =
    refusalOf(pair?.via, `\`${key}\``) ?? (map.merges.length > 0 ? `a merge key may bring \`${key}\` back` : undefined);
  if (refused !== undefined) return { title: text.title, refused };
  return offer(text, change(document, removePair(document, map, key), [...map.route, key]));
}

/** A key of the file itself that is not there yet, as its first: `name: shop`. Refused in a file that is one flow mapping. */
export function setTopLevelKey({ document, root }: ComposeFile, key: string, value: YamlData, text: FixText): FixOffer {
  if (!root || root.flow) return { title: text.title, refused: 'the file is not a mapping of lines' };
  return offer(text, change(document, setKey(document, root, key, value, { first: true }), [...root.route, key]));
}

/** One entry of a mapping in a definition → nothing, the mapping with its last one: `driver_opts: {encrypted: "true"}`. */
export function removeDefinitionEntry(
  file: ComposeFile,
  section: Section,
  key: string,
  property: string,
  name: string,
  text: FixText,
): FixOffer {
  const map = definitionOf(file, section, key);
  const inner = typeof map !== 'string' && map.kind === 'map' ? map.get(property) : undefined;
  const refused = typeof map === 'string' ? map : inner && refusalOf(inner.via ?? inner.value.via, `\`${property}\``);
  if (typeof map === 'string' || refused !== undefined) return { title: text.title, refused: refused ?? '' };
  if (map.kind !== 'map' || inner?.value.kind !== 'map')
    return { title: text.title, refused: `\`${property}\` is not a mapping of this file` };
  const pair = inner.value.get(name);
  const merged = refusalOf(pair?.via, `\`${name}\``);
  if (merged !== undefined) return { title: text.title, refused: merged };
  const isLast = inner.value.pairs.length === 1 && inner.value.merges.length === 0;
  return isLast
    ? removeOwn(file, map, property, text)
    : offer(text, change(file.document, removePair(file.document, inner.value, name), [...inner.value.route, name]));
}
