import { URI, Utils } from 'vscode-uri';
import { parseYamlSlice } from '../yaml/parse.ts';

/**
 * What a kustomization deploys: the URIs of its `resources` and `bases` on the disk, files and folders alike, those on the network left out
 * (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/).
 */
export function kustomizationResources(uri: string, text: string): readonly string[] {
  const { root } = parseYamlSlice(text);
  if (root?.kind !== 'map') return [];
  const folder = Utils.dirname(URI.parse(uri));
  return ['resources', 'bases', 'components'].flatMap((key) => {
    const list = root.get(key)?.value;
    if (list?.kind !== 'seq') return [];
    return list.items.flatMap((item) =>
      item.kind === 'scalar' && !/^[a-z]+:|^git@|[?\n]/.test(item.text) ? [Utils.resolvePath(folder, item.text).toString()] : [],
    );
  });
}
