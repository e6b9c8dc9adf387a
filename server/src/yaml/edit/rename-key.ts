import type { YamlDocument, YamlMap } from '../node.ts';
import { ownPairs } from './own.ts';
import { renderText } from './render.ts';
import { refuse, sharedReason, type YamlEdit } from './result.ts';

/**
 * Gives a key of a map another name; its quotes, value and comments stay.
 * Before: `"cpu": 1`; after `renameKey(document, map, 'cpu', 'cpus')`: `"cpus": 1`.
 */
export function renameKey(document: YamlDocument, map: YamlMap, key: string, name: string): YamlEdit {
  const shared = sharedReason(map);
  if (shared !== undefined) return refuse(shared);
  const pairs = ownPairs(map).filter((pair) => pair.key === key);
  const [pair] = pairs;
  if (!pair)
    return refuse(
      map.get(key)?.via ? `\`${key}\` comes through a merge key; change it where it is written.` : `\`${key}\` is not there.`,
    );
  if (pairs.length > 1) return refuse(`\`${key}\` is there more than once.`);
  if (map.get(name)) return refuse(`\`${name}\` is already there.`);
  const { keyNode } = pair;
  if (keyNode.template !== undefined || keyNode.span.start === keyNode.span.end) return refuse('A template writes this key.');
  if (document.text.slice(keyNode.span.start, keyNode.span.end).startsWith('*')) return refuse('The key is an alias.');
  return [{ span: keyNode.span, text: renderText(name, keyNode.style, map.flow) }];
}
