import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { buffer as readAll } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileSettings } from '../analysis/index.ts';
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
import { isProblem } from '../workspace/host.ts';
import type { LoadedConfig } from '../workspace/projects.ts';
import { Projects } from '../workspace/projects.ts';
import { scan } from '../workspace/scan.ts';
import { DEFAULT_SETTINGS } from '../workspace/server-settings.ts';
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
  readonly files: readonly JudgedFile[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

/** Judges files and folders (`-` is standard input). A path that can't be read is a usage error, one found below a folder is skipped and told. */
export async function judge(paths: readonly string[], options: JudgingOptions): Promise<Judgement> {
  const log = { error: (m: string) => console.error(m), warn: (m: string) => console.error(m), info: () => undefined };
  const host = nodeHost(log);
  const configs: LoadedConfig[] = [];
  const projects = new Projects(host, doors, (config) => configs.push(config), await projectOptions(options));
  const server = {
    ...DEFAULT_SETTINGS,
    profile: options.profile ?? null,
    kubernetesVersion: options.kubernetesVersion?.join('.') ?? null,
    maxFileSizeKB: MAX_FILE_SIZE_KB,
  };
  const contextOf = (uri: string) => projects.contextOf(uri, server);
  if (paths.includes('-')) return { files: [await judgeInput(options, contextOf)], skipped: [] };

  const roots: string[] = [];
  for (const path of paths) {
    const uri = uriOf(path);
    if ((await host.files.stat(uri)) === undefined)
      throw new UsageError(`\`${path}\` can't be read: give a file or folder that exists.`);
    roots.push(uri);
  }
  const input = { roots, contextOf, signal: new AbortController().signal, excludeOf: (root: string) => projects.excludeOf(root) };
  const files: JudgedFile[] = [];
  const skipped: { path: string; reason: string }[] = [];
  for await (const event of scan(host, doors, input)) {
    if (event.kind === 'judged') {
      const settings = (await contextOf(event.uri)).settingsFor(event.analysis.kind);
      files.push({ uri: event.uri, path: shownPath(event.uri), analysis: event.analysis, settings, bom: event.bom });
    } else if (event.kind === 'skipped') {
      if (roots.includes(event.uri)) throw new UsageError(`\`${shownPath(event.uri)}\` can't be judged: ${event.reason}.`);
      skipped.push({ path: shownPath(event.uri), reason: event.reason });
    }
  }
  for (const config of configs) failOnProblems(shownPath(config.uri), config.text, config.problems);
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { files, skipped };
}

async function judgeInput(
  options: JudgingOptions,
  contextOf: Projects['contextOf'] extends (uri: string, ...rest: never[]) => infer R ? (uri: string) => R : never,
): Promise<JudgedFile> {
  const name = options.stdinName;
  if (name === undefined) throw new UsageError('Standard input needs a name to be judged by: add `--stdin-filename Dockerfile`.');
  const read = decodeText(await readAll(process.stdin));
  if (isProblem(read)) throw new UsageError(`Standard input can't be judged: ${read.problem}.`);
  const { text: input, bom } = read;
  const uri = uriOf(name);
  const settings = (await contextOf(uri)).settingsFor(detectKind(uri, input));
  return { uri, path: shownPath(uri), analysis: doors.engine.analyze({ uri, text: input }, settings), settings, bom };
}

async function projectOptions(options: JudgingOptions) {
  const suppressions = options.suppressions;
  if (!options.useConfig) return { suppressions, config: null };
  if (options.configFile === undefined) return { suppressions };
  const path = resolve(options.configFile);
  const source = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`The config \`${options.configFile}\` can't be read: give a file that exists.`);
  });
  const read = readConfig(source, allRules);
  failOnProblems(options.configFile, source, read.problems);
  return { suppressions, config: { config: read.config, folder: uriOf(resolve(path, '..')) } };
}

function failOnProblems(path: string, source: string, problems: LoadedConfig['problems']): void {
  const [first] = problems;
  if (!first) return;
  const { line, character } = new LineIndex(source).positionAt(first.span.start);
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  throw new UsageError(`The config has a mistake at ${path}:${line + 1}:${character + 1}: ${first.message}${more}`);
}

/** In the one spelling that the file system's listings have too. */
function uriOf(path: string): string {
  return uriKey(pathToFileURL(resolve(path)).href);
}

/** Relative to where the command runs, with `/`; files elsewhere by their whole path. */
function shownPath(uri: string): string {
  const path = fileURLToPath(uri);
  const shown = relative(process.cwd(), path);
  if (shown === '' || shown.startsWith('..') || isAbsolute(shown)) return path;
  return shown.split(sep).join('/');
}
