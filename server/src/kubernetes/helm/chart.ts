import type { Neighbours } from '../../core/neighbours.ts';
import type { YamlDocument, YamlNode } from '../../yaml/node.ts';
import { parseYamlSlice } from '../../yaml/parse.ts';

/** A file of a chart that templates read values from. */
export interface ChartFile {
  /** Relative to the folder of the template. */
  readonly path: string;
  readonly document: YamlDocument;
}

/** What the templates of a Helm chart can look up without being rendered (https://helm.sh/docs/chart_template_guide/builtin_objects/). */
export interface Chart {
  readonly values: ChartFile;
  /** `Chart.yaml`: `.Chart.AppVersion` and the like. */
  readonly about: ChartFile;
}

/** The way from a template's folder to its chart's; undefined for a file that is in no `templates` folder. */
export function chartFolder(uri: string): string | undefined {
  const folders = uri.split('/').slice(0, -1);
  const at = folders.lastIndexOf('templates');
  return at < 0 ? undefined : '../'.repeat(folders.length - at);
}

/** Parsed chart files by their text, so that the templates of a chart share them. Holds the last few only. */
export class ParsedFiles {
  readonly #documents = new Map<string, YamlDocument>();

  parse(text: string): YamlDocument {
    const document = this.#documents.get(text) ?? parseYamlSlice(text, { templates: false });
    this.#documents.delete(text);
    this.#documents.set(text, document);
    const [oldest] = this.#documents.keys();
    if (this.#documents.size > 4 && oldest !== undefined) this.#documents.delete(oldest);
    return document;
  }
}

/** The chart that the file at `uri` is a template of; undefined where there is none, or its files are not known. */
export function chartOf(uri: string, neighbours: Neighbours, files: ParsedFiles): Chart | undefined {
  const folder = chartFolder(uri);
  if (folder === undefined) return undefined;
  const about = neighbours.read(`${folder}Chart.yaml`);
  const values = about === undefined || about === null ? undefined : neighbours.read(`${folder}values.yaml`);
  if (typeof about !== 'string' || typeof values !== 'string') return undefined;
  return {
    about: { path: `${folder}Chart.yaml`, document: files.parse(about) },
    values: { path: `${folder}values.yaml`, document: files.parse(values) },
  };
}

/** A value of a chart's file, and the file. */
export interface ChartValue {
  readonly file: ChartFile;
  readonly node: YamlNode;
}

/** Looks a path up: `['Values', 'image', 'tag']`, `['Chart', 'AppVersion']`. *missing*: not written there; undefined: not ours to know. */
export function lookUp(chart: Chart, path: readonly string[]): ChartValue | 'missing' | undefined {
  const [object, ...keys] = path;
  if (object === 'Values') return follow(chart.values, keys);
  if (object !== 'Chart') return undefined;
  // Go's field names are those of Chart.yaml with a capital letter.
  return follow(
    chart.about,
    keys.map((key) => key.charAt(0).toLowerCase() + key.slice(1)),
  );
}

function follow(file: ChartFile, keys: readonly string[]): ChartValue | 'missing' | undefined {
  let node: YamlNode | undefined = file.document.root;
  for (const key of keys) {
    if (node === undefined || node.kind === 'seq') return undefined;
    const pair: YamlNode | undefined = node.kind === 'map' ? node.get(key)?.value : undefined;
    if (pair === undefined) return node.kind === 'map' && node.open ? undefined : 'missing';
    node = pair;
  }
  return node === undefined ? undefined : { file, node };
}

/** What Helm's `default`, `if` and `with` take for empty: no value, false, 0, an empty text, list or mapping. */
export function isEmpty(node: YamlNode): boolean {
  if (node.kind === 'map') return node.pairs.length === 0 && !node.open;
  if (node.kind === 'seq') return node.items.length === 0 && !node.open;
  return node.isNull || node.text === '' || (node.style === 'plain' && /^(?:false|0)$/.test(node.text));
}
