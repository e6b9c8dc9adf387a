import { isRelativePath, joinPath } from './paths.ts';
import type { ComposeSource, OtherFiles } from './source.ts';

/** The names under which Docker looks for a project's file; the first that is there is loaded (compose-go `cli.DefaultFileNames`). */
const BASE_NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** The names of what is loaded on top of it, whichever name that one has; the first that is there (`cli.DefaultOverrideFileNames`). */
const OVERRIDE_NAMES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

const OVERRIDE = /\.override(?=\.ya?ml$)/;

/** The files with which Docker loads the judged one. */
export interface FileSet {
  /** Loaded before it: what it overrides. */
  readonly lower: readonly ComposeSource[];
  /** Loaded after it: what overrides it. */
  readonly upper: readonly ComposeSource[];
  /** The project's file beside it, for services of which the judged file holds a part only. */
  base(): ComposeSource | undefined;
  /** True when it overrides a file that is not known. */
  readonly isPart: boolean;
}

const ALONE: FileSet = { lower: [], upper: [], base: () => undefined, isPart: false };

type Variables = ReadonlyMap<string, string>;

/** The first of some files that is there; undefined too when one before it is not known. All are asked for, to be loaded together. */
function firstOf(names: readonly string[], files: OtherFiles, variables: Variables): ComposeSource | null | undefined {
  const found = names.map((name) => files.open(name, { variables }));
  const first = found.findIndex((source) => source !== null);
  return first < 0 ? null : found[first];
}

/** The files that `COMPOSE_FILE` lists in `.env` (Compose CLI, "Pre-defined environment variables"); undefined when it is not set. */
function listedFiles(variables: Variables): readonly string[] | undefined {
  const list = variables.get('COMPOSE_FILE');
  if (list === undefined || list.trim() === '') return undefined;
  const given = variables.get('COMPOSE_PATH_SEPARATOR');
  const separator = given !== undefined && given !== '' ? given : list.includes(';') ? ';' : ':';
  return list.split(separator).map((path) => (isRelativePath(path.trim()) ? joinPath('', path.trim()) : path.trim()));
}

function opened(paths: readonly string[], files: OtherFiles, variables: Variables): readonly ComposeSource[] {
  return paths.flatMap((path) => (isRelativePath(path) ? (files.open(path, { variables, folder: '' }) ?? []) : []));
}

/**
 * The files with which Docker loads one of the given name when nobody says `-f`: an override file counts for the file that it is beside,
 * and that one for it (Docker docs, "Merge Compose files"). An override file that is not known to be there is taken not to be.
 */
export function fileSet(name: string, files: OtherFiles, variables: Variables): FileSet {
  if (name === '') return ALONE;
  const listed = listedFiles(variables);
  const place = listed?.indexOf(name) ?? -1;
  if (listed && place >= 0) {
    const lower = opened(listed.slice(0, place), files, variables);
    const upper = opened(listed.slice(place + 1), files, variables);
    return { ...ALONE, lower, upper, isPart: lower.length < place };
  }
  if (BASE_NAMES.includes(name)) {
    if (listed) return ALONE;
    const upper = firstOf(OVERRIDE_NAMES, files, variables);
    const isLoaded = !firstOf(BASE_NAMES.slice(0, BASE_NAMES.indexOf(name)), files, variables);
    return upper && isLoaded ? { ...ALONE, upper: [upper] } : ALONE;
  }
  if (OVERRIDE.test(name)) {
    const base = firstOf([name.replace(OVERRIDE, ''), ...BASE_NAMES], files, variables);
    return base ? { ...ALONE, lower: [base] } : { ...ALONE, isPart: base === undefined };
  }
  return { ...ALONE, base: () => firstOf(BASE_NAMES, files, variables) ?? undefined };
}
