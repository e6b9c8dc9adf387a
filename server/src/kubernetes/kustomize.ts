import type { Neighbours } from '../core/neighbours.ts';
import type { YamlNode } from '../yaml/node.ts';
import { parseYamlSlice } from '../yaml/parse.ts';

/** Names of a kustomization, in the order in which kustomize looks for them. */
const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
/** Folders above a file in which a kustomization that names it is looked for. */
const LEVELS = 2;

/**
 * Whether a kustomization in the file's folder or just above names it as a patch: then it says only what changes, and nothing is
 * "missing" in it. `uri` is the file's; paths in a kustomization are relative to its folder.
 * https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/
 */
export function isKustomizePatch(uri: string, neighbours: Neighbours): boolean {
  const parts = uri.split('/');
  for (let level = 0; level <= LEVELS && parts.length > level + 1; level++) {
    const own = parts.slice(-1 - level).join('/');
    for (const name of NAMES) {
      const text = neighbours.read('../'.repeat(level) + name);
      if (typeof text === 'string' && patchesOf(text).some((path) => decodeURI(own) === path)) return true;
    }
  }
  return false;
}

/** Paths of files that a kustomization applies as patches. */
function patchesOf(text: string): string[] {
  if (!text.includes('atches')) return [];
  const { root } = parseYamlSlice(text);
  return ['patches', 'patchesStrategicMerge', 'patchesJson6902'].flatMap((key) => {
    const list = root?.kind === 'map' ? root.get(key)?.value : undefined;
    return list?.kind === 'seq' ? list.items.flatMap(pathOf) : [];
  });
}

function pathOf(item: YamlNode): string[] {
  const node = item.kind === 'map' ? item.get('path')?.value : item;
  return node?.kind === 'scalar' && !node.text.includes('\n') ? [node.text.replace(/^(?:\.\/)+/, '')] : [];
}
