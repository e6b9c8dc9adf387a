import type { Neighbours } from '../../core/neighbours.ts';
import type { Via } from '../../core/value.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../../yaml/node.ts';
import { parseYamlSlice } from '../../yaml/parse.ts';
import { splitDocuments } from '../../yaml/slices.ts';
import { folderOf, isRelativePath, joinPath } from './paths.ts';
import type { Scope, Written } from './text.ts';

/** One Compose file that takes part in a project: the judged one, one that it extends, includes, overrides or is overridden by. */
export interface ComposeSource {
  readonly scope: Scope;
  readonly root: YamlMap | undefined;
}

/** A node of a source. What stands in another file than the judged one says so. */
export function writtenIn({ scope }: ComposeSource, node: YamlNode, key?: YamlScalar): Written {
  if (scope.file === undefined) return { node, ...(key && { key }) };
  const via: Via = { kind: 'file', name: scope.file, file: scope.file };
  return { node, ...(key && { key }), via, scope };
}

/** The mapping `services` of a source. */
export function servicesOf({ root }: ComposeSource): YamlMap | undefined {
  const services = root?.get('services')?.value;
  return services?.kind === 'map' ? services : undefined;
}

/** What a file other than the judged one is read with. */
interface OpenOptions {
  readonly variables: ReadonlyMap<string, string>;
  /** What its relative paths start from; the folder that it is in when not given. */
  readonly folder?: string;
}

/** Opens the Compose files around the judged one, each once. */
export class OtherFiles {
  readonly #neighbours: Neighbours;
  readonly #opened = new Map<string, ComposeSource | null | undefined>();

  constructor(neighbours: Neighbours) {
    this.#neighbours = neighbours;
  }

  /** The text of a file; `path` starts from the judged file's folder. Null: there is none. Undefined: not known. */
  text(path: string): string | null | undefined {
    return this.#neighbours.read(path);
  }

  /** Null: there is no such file. Undefined: not known, not a mapping, or of several documents. */
  open(path: string, { variables, folder = folderOf(path) }: OpenOptions): ComposeSource | null | undefined {
    const key = `${path}\0${folder}`;
    if (!this.#opened.has(key)) this.#opened.set(key, this.#read(path, variables, folder));
    return this.#opened.get(key);
  }

  /** The file that another one names: undefined for what is fetched from elsewhere, or is not relative. */
  openFrom(from: Scope, path: string): ComposeSource | null | undefined {
    if (!isRelativePath(path)) return undefined;
    return this.open(joinPath(from.folder ?? '', path), { variables: from.variables });
  }

  #read(path: string, variables: ReadonlyMap<string, string>, folder: string): ComposeSource | null | undefined {
    const text = this.text(path);
    if (text === null || text === undefined) return text;
    const [first, second] = splitDocuments(text);
    if (!first || second) return undefined;
    const document = parseYamlSlice(first.text);
    if (document.root?.kind !== 'map') return undefined;
    return { root: document.root, scope: { document, variables, file: path, folder } };
  }
}
