import type { FileAnalysis } from '../analysis/types.ts';
import { type DocumentFacts, documentDigest, type FileFacts, type UnitFacts } from '../project/facts.ts';
import { kustomizationResources } from '../project/kustomization.ts';
import { remembered } from './remembered.ts';
import { childOf, hasFolders, parentOf, uriKey } from './uris.ts';

const KUSTOMIZATIONS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const;
/** Kustomizations that name kustomizations: more levels than that are no project. */
const MAX_DEPTH = 8;

interface Held {
  readonly uri: string;
  readonly unit: string;
  readonly facts: FileFacts;
  readonly hasNamespaces: boolean;
  /** For the lines of places in it. */
  readonly text: string;
}

/** A folder whose files are deployed together; *deep*: those in its subfolders too. */
export interface UnitFolder {
  readonly folder: string;
  readonly deep: boolean;
}

/**
 * The folder that a manifest is deployed with: the templates of its chart (https://helm.sh/docs/topics/charts/, "Chart File
 * Structure"), else its own folder, as `kubectl apply -f` takes it. Undefined for a document without one.
 */
export function unitFolder(uri: string): UnitFolder | undefined {
  const chart = /^(.*\/templates)\//.exec(uri)?.[1];
  if (chart !== undefined && hasFolders(uri)) return { folder: uriKey(chart), deep: true };
  const folder = parentOf(uri);
  return folder === undefined ? undefined : { folder: uriKey(folder), deep: false };
}

/** The facts of manifests, by what is deployed together. */
export class Units {
  readonly #held = new Map<string, Held>();
  /** Keys of the files of each folder. */
  readonly #members = new Map<string, Set<string>>();
  /** What the kustomization of a folder names, by URI. */
  readonly #resources = new Map<string, { readonly text: string; readonly uris: readonly string[] }>();
  readonly #complete = new Set<string>();
  readonly #known = new Map<string, UnitFacts>();
  readonly #digests = new WeakMap<DocumentFacts, string>();

  /** Takes what is known of a file now. Gives the keys of other files that may be judged differently by it. */
  put({ file: { uri, text }, facts, reads }: FileAnalysis): readonly string[] {
    const unit = unitFolder(uri)?.folder;
    if (unit === undefined) return [];
    this.#takeKustomization(unit, reads);
    if (!facts || facts.documents.every(({ facts: { objects } }) => objects.length === 0)) return this.remove(uri);
    const key = uriKey(uri);
    const before = this.#held.get(key);
    if (before?.facts === facts) return [];
    const hasNamespaces = facts.documents.some(({ facts: { objects } }) => objects.some(({ kind }) => kind === 'Namespace'));
    this.#held.set(key, { uri, unit, facts, hasNamespaces, text });
    remembered(this.#members, unit, () => new Set<string>()).add(key);
    const others = this.#around(key, unit, hasNamespaces || before?.hasNamespaces === true);
    for (const other of others) this.#known.delete(other);
    return before && this.#digestOf(before.facts) === this.#digestOf(facts) ? [] : others;
  }

  #digestOf(facts: FileFacts): string {
    const digests = facts.documents.map(({ facts: document }) =>
      remembered(this.#digests, document, () => documentDigest(document)),
    );
    return digests.join('\n');
  }

  /** A file is gone, or is no manifest. Gives the keys of other files that may be judged differently without it. */
  remove(uri: string): readonly string[] {
    const key = uriKey(uri);
    const before = this.#held.get(key);
    if (!before) return [];
    this.#held.delete(key);
    this.#known.delete(key);
    const others = this.#around(key, before.unit, before.hasNamespaces);
    this.#members.get(before.unit)?.delete(key);
    for (const other of others) this.#known.delete(other);
    return others;
  }

  /** All files of a unit are known now. Gives the keys of its files. */
  complete(folder: string): readonly string[] {
    this.#complete.add(folder);
    this.#known.clear();
    return [...(this.#members.get(folder) ?? [])];
  }

  isComplete(folder: string): boolean {
    return this.#complete.has(folder);
  }

  /** What is deployed with a file: null while not all of it is known; undefined for a document without a folder. The same object until it changes. */
  of(uri: string): UnitFacts | null | undefined {
    const unit = unitFolder(uri)?.folder;
    if (unit === undefined) return undefined;
    if (!this.#complete.has(unit)) return null;
    return remembered(this.#known, uriKey(uri), () => this.#factsFor(uriKey(uri), unit));
  }

  /** The text that a file's facts are of. */
  textOf(uri: string): string | undefined {
    return this.#held.get(uriKey(uri))?.text;
  }

  /** Files that a kustomization names in other folders. */
  named(folder: string): readonly string[] {
    return this.#resources.get(folder)?.uris ?? [];
  }

  #factsFor(key: string, unit: string): UnitFacts {
    const keys = this.#reach(unit);
    keys.delete(key);
    const elsewhere = [...this.#held.values()]
      .filter((held) => held.hasNamespaces && !keys.has(uriKey(held.uri)) && uriKey(held.uri) !== key)
      .map(({ facts }) => ({ facts, shared: sharedDepth(facts.uri, key) }))
      .sort((a, b) => b.shared - a.shared || (a.facts.uri < b.facts.uri ? -1 : 1));
    return {
      beside: [...keys].flatMap((other) => this.#held.get(other)?.facts ?? []),
      elsewhere: elsewhere.map(({ facts }) => facts),
    };
  }

  /** Keys of the files of a folder and of what its kustomization names. */
  #reach(unit: string, seen = new Set<string>()): Set<string> {
    const keys = new Set(this.#members.get(unit) ?? []);
    if (seen.has(unit) || seen.size > MAX_DEPTH) return keys;
    seen.add(unit);
    for (const uri of this.named(unit)) {
      const key = uriKey(uri);
      if (this.#held.has(key)) keys.add(key);
      else if (this.#members.has(key)) for (const other of this.#reach(key, seen)) keys.add(other);
    }
    return keys;
  }

  /** Who may see a file: those of its folder, and of folders whose kustomization leads to it; everyone where it has Namespaces. */
  #around(key: string, unit: string, everyone: boolean): string[] {
    const all = everyone ? this.#held.keys() : (this.#members.get(unit)?.keys() ?? []);
    const keys = new Set(all);
    for (const folder of this.#resources.keys()) {
      if (folder !== unit && this.#reach(folder).has(key)) for (const other of this.#members.get(folder) ?? []) keys.add(other);
    }
    keys.delete(key);
    return [...keys];
  }

  #takeKustomization(unit: string, reads: FileAnalysis['reads']): void {
    if (!reads) return;
    for (const name of KUSTOMIZATIONS) {
      const text = reads.get(childOf(unit, name));
      if (typeof text !== 'string' || this.#resources.get(unit)?.text === text) continue;
      this.#resources.set(unit, { text, uris: kustomizationResources(childOf(unit, name), text) });
      this.#known.clear();
    }
  }
}

/** How many folders two places have in common. */
function sharedDepth(a: string, b: string): number {
  const [x, y] = [a.split('/'), b.split('/')];
  const end = x.findIndex((part, i) => part !== y[i]);
  return end < 0 ? x.length : end;
}
