import { valueOf } from '../../core/value.ts';
import { readEnvVariables } from './env-file.ts';
import type { ItemList } from './field.ts';
import type { Include } from './include.ts';
import { folderOf, isRelativePath, joinPath } from './paths.ts';
import type { ComposeSource, OtherFiles } from './source.ts';
import type { Scope } from './text.ts';

/** What one entry of `include` brings in: its file, and those of a list of paths that are merged onto it. */
export interface IncludedProject {
  readonly source: ComposeSource;
  readonly upper: readonly ComposeSource[];
}

/**
 * The variables for an included project: those of its `env_file`, or of the `.env` in its project directory, below the including
 * project's own (Compose spec, "include", "env_file"). Undefined: a file that may set them is not known.
 */
function variablesOf(include: Include, folder: string, from: Scope, files: OtherFiles): ReadonlyMap<string, string> | undefined {
  const given = include.envFiles.map(valueOf);
  const paths = given.length > 0 ? given : [undefined];
  const variables = new Map<string, string>();
  for (const [i, path] of paths.entries()) {
    if (given.length > 0 && (path === undefined || !isRelativePath(path))) return undefined;
    const text = files.text(given[i] === undefined ? joinPath(folder, '.env') : joinPath(from.folder ?? '', path ?? ''));
    if (text === undefined && given.length > 0) return undefined;
    for (const [name, value] of readEnvVariables(text ?? '')) variables.set(name, value);
  }
  return new Map([...variables, ...from.variables]);
}

/**
 * The projects that a file includes (Compose spec, "include"). `open` when one of them is not known. Those of
 * `included` are passed over, the others added to it.
 */
export function includedProjects(
  includes: ItemList<Include>,
  from: Scope,
  files: OtherFiles,
  included: Set<string>,
): { readonly projects: readonly IncludedProject[]; readonly open: boolean } {
  const projects: IncludedProject[] = [];
  let open = includes.open;
  for (const include of includes.items) {
    const paths = include.paths.map(valueOf);
    const [first] = paths;
    const local = paths.flatMap((path) =>
      path !== undefined && isRelativePath(path) ? [joinPath(from.folder ?? '', path)] : [],
    );
    const directory = valueOf(include.projectDirectory);
    const knowsFolder = include.projectDirectory.kind === 'absent' || (directory !== undefined && isRelativePath(directory));
    if (first === undefined || local.length < paths.length || !knowsFolder) {
      open = true;
      continue;
    }
    const folder = directory === undefined ? folderOf(local[0] ?? '') : joinPath(from.folder ?? '', directory);
    const variables = variablesOf(include, folder, from, files);
    if (!variables) open = true;
    const sources = local
      .filter((path) => !included.has(path))
      .map((path) => files.open(path, { variables: variables ?? from.variables, folder }));
    for (const path of local) included.add(path);
    const [source, ...upper] = sources.flatMap((found) => found ?? []);
    if (sources.some((found) => !found)) open = true;
    if (source) projects.push({ source, upper });
  }
  return { projects, open };
}
