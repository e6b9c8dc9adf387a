import type { FixOffer } from '../core/finding.ts';
import type { YamlData } from '../yaml/edit.ts';
import { removePair, setKey } from '../yaml/edit.ts';
import type { YamlMap, YamlScalar } from '../yaml/node.ts';
import type { FixText } from './edit.ts';
import { change, offer, refusalOf } from './edit.ts';
import type { ComposeFile } from './model/model.ts';

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

/** Gives a network, volume, secret or config of the file a property: `back: {internal: true}`. */
export function setInDefinition(
  file: ComposeFile,
  section: Section,
  key: string,
  property: string,
  value: YamlData,
  text: FixText,
): FixOffer {
  const map = definitionOf(file, section, key);
  if (typeof map === 'string') return { title: text.title, refused: map };
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
  if (typeof map === 'string') return { title: text.title, refused: map };
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
