import type { FileAnalysis, FileSettings, SourceFile } from '../analysis/types.ts';
import type { AnalysisDoors } from './analysis-doors.ts';
import type { Host, ReadResult } from './host.ts';
import { isProblem } from './host.ts';
import type { NeighbourFiles } from './neighbour-files.ts';
import type { FileContext } from './projects.ts';
import { type ScannedManifest, ScannedUnits } from './scanned-units.ts';
import { Units } from './units.ts';

/** Files that are read at the same time. */
const READS_IN_FLIGHT = 16;
/** Longest stretch of analysis without letting others run, in milliseconds. */
const SLICE = 8;

export interface ScanInput {
  /** Folders, and single files, as URIs. */
  readonly roots: readonly string[];
  /** Globs of folders and files to leave out, relative to the root. */
  readonly excludeOf: (root: string) => Promise<readonly string[]>;
  /** Whether `.gitignore` files count below a root; they do when it is left out. */
  readonly gitignoreOf?: (root: string) => Promise<boolean>;
  readonly signal: AbortSignal;
  readonly contextOf: (uri: string) => Promise<FileContext>;
  /** What files are judged by beside their own text; nothing when it is left out. */
  readonly neighbours?: NeighbourFiles;
  /** Where the facts of manifests are kept; for the scan alone when it is left out. */
  readonly units?: Units;
  /** Files whose findings are known already (open documents): counted, not read. */
  readonly known?: (uri: string) => boolean;
  /** Awaited before each stretch of analysis: resolves when nothing more urgent waits. */
  readonly gate?: () => Promise<void>;
}

/**
 * What a scan tells while it runs. `done` and `total` count files that may be ours by their name. A manifest is told when all that is
 * deployed with it is read, and before that as soon as it is read itself, unless it is the last of its folder.
 */
export type ScanEvent =
  | { readonly kind: 'listed'; readonly total: number }
  | {
      readonly kind: 'judged';
      readonly uri: string;
      readonly analysis: FileAnalysis;
      readonly settings: FileSettings;
      readonly bom: boolean;
      readonly milliseconds: number;
    }
  | { readonly kind: 'known'; readonly uri: string }
  | { readonly kind: 'skipped'; readonly uri: string; readonly reason: string }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly current: string };

interface Candidate {
  readonly uri: string;
  readonly loaded: Promise<{ readonly read: ReadResult; readonly context: FileContext } | 'known'>;
}

/**
 * Lists the roots, reads the files that may be ours, sixteen at a time, and judges them one by one in the order of the
 * listing, so that two scans of the same files tell the same. Ends early, without an error, when the signal aborts: what
 * was told until then stays true. Files that are none of ours are counted and nothing else is told of them.
 */
export async function* scan(host: Host, doors: AnalysisDoors, input: ScanInput): AsyncGenerator<ScanEvent, void> {
  const uris: string[] = [];
  for (const root of new Set(input.roots)) {
    for await (const found of listRoot(host, doors, root, input)) {
      if (typeof found === 'string') uris.push(found);
      else yield found;
    }
  }
  if (input.signal.aborted) return;
  const files = [...new Set(uris)];
  yield { kind: 'listed', total: files.length };

  const units = input.units ?? new Units();
  const together = new ScannedUnits(units, files);
  const queue: Candidate[] = [];
  let next = 0;
  let sliceStart = host.clock.now();
  const breathe = async () => {
    if (host.clock.now() - sliceStart < SLICE) return;
    await host.clock.yieldNow();
    sliceStart = host.clock.now();
  };
  for (let done = 0; done < files.length; done++) {
    for (; queue.length < READS_IN_FLIGHT && next < files.length; next++) queue.push(load(host, files[next] ?? '', input));
    const candidate = queue.shift();
    if (!candidate) return;
    const loaded = await candidate.loaded;
    await input.gate?.();
    if (input.signal.aborted) return;
    const event = await judge(host, doors, input.neighbours, candidate.uri, loaded);
    const isManifest = event?.kind === 'judged' && event.analysis.kind === 'kubernetes';
    if (isManifest) together.take(event);
    const complete = together.done(candidate.uri);
    const isComplete = isManifest && complete.some(({ analysis }) => analysis === event.analysis);
    if (event && !isComplete) yield event;
    for (const manifest of complete) yield judgedTogether(host, doors, units, manifest);
    yield { kind: 'progress', done: done + 1, total: files.length, current: candidate.uri };
    await breathe();
  }
  for (const manifest of together.late()) {
    await input.gate?.();
    if (input.signal.aborted) return;
    yield judgedTogether(host, doors, units, manifest);
    await breathe();
  }
  for (const { file, settings, ...rest } of together.again()) {
    await input.gate?.();
    if (input.signal.aborted) return;
    const analysis = await judgeFile(doors, input.neighbours, { uri: file.uri, text: file.text, unit: null }, settings);
    yield judgedTogether(host, doors, units, { ...rest, settings, analysis });
    await breathe();
  }
}

type Skipped = Extract<ScanEvent, { kind: 'skipped' }>;
type Judged = Extract<ScanEvent, { kind: 'judged' }>;

/** A manifest, judged with all that is deployed with it; of what it says alone nothing is judged again. */
function judgedTogether(host: Host, doors: AnalysisDoors, units: Units, manifest: ScannedManifest): Judged {
  const { analysis, settings, bom, milliseconds } = manifest;
  const { uri } = analysis.file;
  const start = host.clock.now();
  const together = doors.engine.analyze({ ...analysis.file, unit: units.of(uri) ?? null }, settings, analysis);
  return { kind: 'judged', uri, analysis: together, settings, bom, milliseconds: milliseconds + host.clock.now() - start };
}

/** The candidates below a root, or the root itself when it is a file (which then need not look like one of ours). */
async function* listRoot(host: Host, doors: AnalysisDoors, root: string, input: ScanInput): AsyncGenerator<string | Skipped> {
  if ((await host.files.stat(root)) === 'file') {
    yield root;
    return;
  }
  const exclude = await input.excludeOf(root);
  const gitignore = (await input.gitignoreOf?.(root)) ?? true;
  for await (const entry of host.files.list(root, { exclude, gitignore, signal: input.signal })) {
    if (input.signal.aborted) return;
    if (entry.kind === 'skipped') yield entry;
    else if (doors.isCandidateName(entry.path)) yield entry.uri;
  }
}

function load(host: Host, uri: string, input: ScanInput): Candidate {
  if (input.known?.(uri)) return { uri, loaded: Promise.resolve('known') };
  const loaded = input.contextOf(uri).then(async (context) => {
    if (context.excluded !== undefined) return { context, read: { problem: context.excluded } };
    return { context, read: await host.files.readText(uri, { maxBytes: context.server.maxFileSizeKB * 1024 }) };
  });
  // A scan that ends early leaves reads behind that nobody awaits.
  loaded.catch(() => undefined);
  return { uri, loaded };
}

async function judge(
  host: Host,
  doors: AnalysisDoors,
  neighbours: NeighbourFiles | undefined,
  uri: string,
  loaded: Awaited<Candidate['loaded']>,
): Promise<Judged | Exclude<ScanEvent, { kind: 'judged' }> | undefined> {
  if (loaded === 'known') return { kind: 'known', uri };
  const { read, context } = loaded;
  if (isProblem(read)) {
    // Left out on purpose is not worth a line in the report; what could not be read is.
    return context.excluded === undefined ? { kind: 'skipped', uri, reason: read.problem } : undefined;
  }
  const kind = doors.detectKind(uri, read.text);
  if (kind === undefined) return undefined;
  const start = host.clock.now();
  const settings = context.settingsFor(kind);
  const analysis = await judgeFile(doors, neighbours, { uri, text: read.text, unit: null }, settings);
  const judged: Judged = { kind: 'judged', uri, analysis, bom: read.bom, milliseconds: host.clock.now() - start, settings };
  return judged;
}

/** A file with its neighbours, where there are any. */
async function judgeFile(
  doors: AnalysisDoors,
  neighbours: NeighbourFiles | undefined,
  file: SourceFile,
  settings: FileSettings,
): Promise<FileAnalysis> {
  if (!neighbours) return doors.engine.analyze(file, settings);
  const around = { ...file, neighbours: neighbours.of(file.uri) };
  return neighbours.judge((previous) => doors.engine.analyze(around, settings, previous));
}
