import type { FileAnalysis, FileSettings } from '../analysis/types.ts';
import { type Units, unitFolder } from './units.ts';

/** A manifest that a scan has judged by itself. */
export interface ScannedManifest {
  readonly analysis: FileAnalysis;
  readonly settings: FileSettings;
  readonly bom: boolean;
  readonly milliseconds: number;
}

/** The same without what it was judged from, and the namespaces of its pods that nothing beside it makes. */
interface LetGo extends Omit<ScannedManifest, 'analysis'> {
  readonly file: FileAnalysis['file'];
  readonly namespaces: readonly string[];
}

/**
 * Which manifests of a scan can be judged together by now: those of a folder once its last file is read. So the analyses of one
 * folder are held, not those of all; what depends on other folders comes at the end.
 */
export class ScannedUnits {
  readonly #units: Units;
  readonly #left = new Map<string, number>();
  readonly #held = new Map<string, ScannedManifest[]>();
  readonly #late: ScannedManifest[] = [];
  readonly #letGo: LetGo[] = [];

  constructor(units: Units, uris: readonly string[]) {
    this.#units = units;
    for (const uri of uris) {
      const folder = unitFolder(uri)?.folder;
      if (folder !== undefined) this.#left.set(folder, (this.#left.get(folder) ?? 0) + 1);
    }
  }

  /** Takes a manifest that was judged by itself. */
  take(manifest: ScannedManifest): void {
    const { uri } = manifest.analysis.file;
    const folder = unitFolder(uri)?.folder;
    if (folder === undefined) return;
    this.#units.put(manifest.analysis);
    const held = this.#held.get(folder);
    if (held) held.push(manifest);
    else this.#held.set(folder, [manifest]);
  }

  /** A file is done with, whatever it was. Gives the manifests of its folder when it was the last one there. */
  done(uri: string): readonly ScannedManifest[] {
    const folder = unitFolder(uri)?.folder;
    if (folder === undefined) return [];
    const left = (this.#left.get(folder) ?? 1) - 1;
    this.#left.set(folder, left);
    if (left > 0) return [];
    this.#units.complete(folder);
    const held = this.#held.get(folder) ?? [];
    this.#held.delete(folder);
    if (this.#units.named(folder).length > 0) {
      this.#late.push(...held);
      return [];
    }
    for (const { analysis, ...rest } of held) {
      const namespaces = namespacesOf(analysis);
      if (namespaces.length > 0) this.#letGo.push({ ...rest, file: analysis.file, namespaces });
    }
    return held;
  }

  /** Manifests of folders whose kustomization leads to others: all of those are read now. */
  late(): readonly ScannedManifest[] {
    return this.#late;
  }

  /** Manifests whose pods are in a namespace that another folder has turned out to say something of. */
  again(): readonly LetGo[] {
    return this.#letGo.filter(({ file: { uri }, namespaces }) => {
      const elsewhere = this.#units.of(uri)?.elsewhere ?? [];
      return elsewhere.some(({ documents }) =>
        documents.some(({ facts }) =>
          facts.objects.some(
            ({ name, podSecurity = [] }) => name !== undefined && podSecurity.length > 0 && namespaces.includes(name),
          ),
        ),
      );
    });
  }
}

function namespacesOf({ facts }: FileAnalysis): readonly string[] {
  const objects = facts?.documents.flatMap((document) => document.facts.objects) ?? [];
  return [...new Set(objects.flatMap(({ namespace, workloads }) => (namespace && workloads.length > 0 ? [namespace] : [])))];
}
