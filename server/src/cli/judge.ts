import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { buffer as readAll } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeBaseline } from '../analysis/baseline.ts';
import type { FileAnalysis, FileSettings } from '../analysis/index.ts';
import {
  allRules,
  createEngine,
  detectKind,
  editToIgnore,
  fixAll,
  isCandidateName,
  NEWEST_KUBERNETES,
  readConfig,
  reasonOf,
  resolveSettings,
} from '../analysis/index.ts';
import { LineIndex } from '../core/line-index.ts';
import { decodeText } from '../host/decode.ts';
import { nodeHost } from '../host/node.ts';
import type { ReportedFile } from '../report/index.ts';
import type { AnalysisDoors } from '../workspace/analysis-doors.ts';
import { baselineAt } from '../workspace/baselines.ts';
import { isProblem } from '../workspace/host.ts';
import { NeighbourFiles, readFrom, readNowFrom } from '../workspace/neighbour-files.ts';
import { projectFolder } from '../workspace/project-folder.ts';
import type { LoadedConfig } from '../workspace/projects.ts';
import { Projects } from '../workspace/projects.ts';
import { ReadOnce } from '../workspace/read-once.ts';
import { scan } from '../workspace/scan.ts';
import { DEFAULT_SETTINGS, type ServerSettings } from '../workspace/server-settings.ts';
import { uriKey } from '../workspace/uris.ts';
import { UsageError } from './exit.ts';
import type { JudgingOptions } from './options.ts';

/** Larger files than an editor would look at are still worth a scan. */
const MAX_FILE_SIZE_KB = 20 * 1024;

/** The engine with all rules. */
export const doors: AnalysisDoors = {
  engine: createEngine(allRules),
  fixAll,
  editToIgnore,
  readConfig,
  resolveSettings,
  detectKind,
  isCandidateName,
  newestKubernetes: NEWEST_KUBERNETES,
  reasonOf,
};

/** One judged file, with what is needed to judge it again. */
export interface JudgedFile extends ReportedFile {
  readonly settings: FileSettings;
  readonly bom: boolean;
}

export interface Judgement {
  /** What governs the folder in which the command runs. */
  readonly projects: Projects;
  readonly files: readonly JudgedFile[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** The files and folders that were asked about, as URIs; none for standard input. */
  readonly roots: readonly string[];
}

/**
 * Judges files and folders (`-` is standard input). A path that can't be read is a usage error, one found below a folder is skipped and
 * told. With `printsFixes` all fixes are made on the way: later they cost as much as the judgement.
 */
export async function judge(
  paths: readonly string[],
  options: JudgingOptions,
  { printsFixes = false }: { readonly printsFixes?: boolean } = {},
): Promise<Judgement> {
  const log = { error: (m: string) => console.error(m), warn: (m: string) => console.error(m), info: () => undefined };
  const disk = nodeHost(log);
  const host = { ...disk, files: new ReadOnce(disk.files) };
  const configs: LoadedConfig[] = [];
  const projects = new Projects(host, doors, (config) => configs.push(config), await projectOptions(options));
  const server: ServerSettings = {
    ...DEFAULT_SETTINGS,
    profile: options.profile ?? null,
    kubernetesVersion: options.kubernetesVersion?.join('.') ?? null,
    maxFileSizeKB: MAX_FILE_SIZE_KB,
  };
  const contextOf = (uri: string) => projects.contextOf(uri, server);
  const folders: string[] = [];
  const neighbours = new NeighbourFiles({
    openText: () => undefined,
    folders: () => folders,
    read: readFrom(host.files),
    readNow: readNowFrom(host.files),
  });
  if (paths.includes('-')) {
    if (options.stdinName !== undefined) folders.push(await projectFolder(host.files, uriOf(options.stdinName)));
    return { projects, files: [await judgeInput(options, contextOf, neighbours)], skipped: [], roots: [] };
  }

  const roots: string[] = [];
  for (const path of paths) {
    const uri = uriOf(path);
    if ((await host.files.stat(uri)) === undefined)
      throw new UsageError(`\`${path}\` can't be read: give a file or folder that exists.`);
    roots.push(uri);
    folders.push(await projectFolder(host.files, uri));
  }
  const excludeOf = (root: string) => projects.excludeOf(root);
  const input = { roots, contextOf, neighbours, signal: new AbortController().signal, excludeOf };
  const judged = new Map<string, JudgedFile>();
  const skipped: { path: string; reason: string }[] = [];
  for await (const event of scan(host, doors, input)) {
    if (event.kind === 'judged') {
      const { uri, analysis, settings, bom } = event;
      if (printsFixes) makeFixes(analysis);
      doors.engine.letGo?.(analysis);
      judged.set(uri, { uri, path: shownPath(uri), analysis, settings, bom });
    } else if (event.kind === 'skipped') {
      if (roots.includes(event.uri)) throw new UsageError(`\`${shownPath(event.uri)}\` can't be judged: ${event.reason}.`);
      skipped.push({ path: shownPath(event.uri), reason: event.reason });
    }
  }
  for (const config of configs) failOnProblems(shownPath(config.uri), config.text, config.problems);
  const files = [...judged.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { projects, files, skipped, roots };
}

function makeFixes({ findings, suppressed }: FileAnalysis): void {
  for (const finding of findings) finding.fixes();
  for (const { finding } of suppressed) finding.fixes();
}

async function judgeInput(
  options: JudgingOptions,
  contextOf: Projects['contextOf'] extends (uri: string, ...rest: never[]) => infer R ? (uri: string) => R : never,
  neighbours: NeighbourFiles,
): Promise<JudgedFile> {
  const name = options.stdinName;
  if (name === undefined) throw new UsageError('Standard input needs a name to be judged by: add `--stdin-filename Dockerfile`.');
  const read = decodeText(await readAll(process.stdin));
  if (isProblem(read)) throw new UsageError(`Standard input can't be judged: ${read.problem}.`);
  const { text: input, bom } = read;
  const uri = uriOf(name);
  const settings = (await contextOf(uri)).settingsFor(detectKind(uri, input));
  const file = { uri, text: input, neighbours: neighbours.of(uri) };
  const analysis = await neighbours.judge((previous) => doors.engine.analyze(file, settings, previous));
  return { uri, path: shownPath(uri), analysis, settings, bom };
}

async function projectOptions(options: JudgingOptions) {
  const suppressions = options.suppressions;
  const baseline = await givenBaseline(options);
  const said = { suppressions, flags: true, ...(baseline !== undefined && { baseline }) };
  if (!options.useConfig) return { ...said, config: null };
  if (options.configFile === undefined) return said;
  const path = resolve(options.configFile);
  const source = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`The config \`${options.configFile}\` can't be read: give a file that exists.`);
  });
  const read = readConfig(source, allRules);
  failOnProblems(options.configFile, source, read.problems);
  return { ...said, config: { config: read.config, folder: uriOf(resolve(path, '..')) } };
}

/** The baseline that the command line names; undefined when it says nothing. */
async function givenBaseline({ baseline, updatesBaseline }: JudgingOptions) {
  if (baseline === undefined || baseline === null) return baseline;
  const source = await readFile(baseline, 'utf8').catch(() => undefined);
  if (source === undefined && !updatesBaseline)
    throw new UsageError(`The baseline \`${baseline}\` can't be read: give a file that exists, or add \`--update-baseline\`.`);
  const found = baselineAt(uriOf(baseline), source ?? writeBaseline([]));
  if (found.problem !== undefined) throw new UsageError(`\`${baseline}\` is ${found.problem}.`);
  return found;
}

function failOnProblems(path: string, source: string, problems: LoadedConfig['problems']): void {
  const [first] = problems;
  if (!first) return;
  const { line, character } = new LineIndex(source).positionAt(first.span.start);
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  throw new UsageError(`The config has a mistake at ${path}:${line + 1}:${character + 1}: ${first.message}${more}`);
}

/** In the one spelling that the file system's listings have too. */
export function uriOf(path: string): string {
  return uriKey(pathToFileURL(resolve(path)).href);
}

/** Relative to where the command runs, with `/`; files elsewhere by their whole path. */
export function shownPath(uri: string): string {
  const path = fileURLToPath(uri);
  const shown = relative(process.cwd(), path);
  if (shown === '' || shown.startsWith('..') || isAbsolute(shown)) return path;
  return shown.split(sep).join('/');
}
