import type { FileAnalysis } from '../analysis/types.ts';
import type { SyntaxProblem } from '../core/comment.ts';
import type { AnalysisDoors } from './analysis-doors.ts';
import { CrashLog } from './crash-log.ts';
import { type ContentChange, DocumentStore, type OpenDocument } from './document-store.ts';
import { Due } from './due.ts';
import { FindingsStore, slimEntry } from './findings-store.ts';
import { type Shown, settle, showFindings } from './held-findings.ts';
import { type FileSystem, type Host, isProblem, type Timer } from './host.ts';
import { isJudged, type Judged } from './judged.ts';
import { NeighbourFiles, readFrom, readNowFrom } from './neighbour-files.ts';
import { type FileContext, type LoadedConfig, Projects } from './projects.ts';
import { ReadOnce } from './read-once.ts';
import { Scheduler } from './scheduler.ts';
import type { SettingsSource } from './server-settings.ts';
import { UnitLoader } from './unit-loader.ts';
import { Units } from './units.ts';
import { hasFolders, innermost, relativePath, uriKey } from './uris.ts';

interface OpenState {
  readonly judged: Judged & { readonly milliseconds: number };
  readonly shown?: Shown;
  readonly settling?: Timer;
  /** What of a config is wrong for what lies beside it. */
  readonly beside?: readonly SyntaxProblem[];
}

/** Files of a session by their role, and the one store of what is found in them. */
export class Session {
  readonly host: Host;
  readonly doors: AnalysisDoors;
  readonly documents = new DocumentStore();
  readonly store = new FindingsStore();
  readonly projects: Projects;
  readonly neighbours: NeighbourFiles;
  /** What is deployed together. */
  readonly units = new Units();
  readonly scheduler: Scheduler;
  /** Files that a scan looked at, by key: they are kept fresh after they are closed or change on the disk. */
  readonly scanned = new Map<string, string>();
  folders: readonly string[] = [];
  /** Where files are read from: while a scan runs, what it has read is not read again. */
  files: FileSystem;

  readonly #settings: SettingsSource;
  readonly #states = new Map<string, OpenState>();
  readonly #due = new Due();
  readonly #crashes: CrashLog;
  readonly #unitLoader: UnitLoader;

  constructor(host: Host, doors: AnalysisDoors, settings: SettingsSource) {
    this.host = host;
    this.files = host.files;
    this.neighbours = new NeighbourFiles({
      openText: (uri) => this.documents.get(uri)?.text,
      folders: () => this.folders,
      read: (uri, within) => readFrom(this.files)(uri, within),
      readNow: (uri, within) => readNowFrom(this.files)(uri, within),
    });
    this.doors = doors;
    this.#settings = settings;
    this.#crashes = new CrashLog(host.log);
    this.projects = new Projects(host, doors, (config) => this.#showConfig(config), {
      openText: (uri) => this.documents.get(uri)?.text,
    });
    this.#unitLoader = new UnitLoader(this, (keys) => this.#unitChanged(keys));
    this.scheduler = new Scheduler(
      host.clock,
      (key, signal) => (this.documents.has(key) ? this.#judgeOpen(key, signal) : this.#judgeClosed(key, signal)),
      (key, error) =>
        host.log.error(`${key} could not be judged: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    );
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    this.documents.open(uri, languageId, version, text);
    this.neighbourChanged(uri);
    this.rejudge(uri);
  }

  change(uri: string, version: number, changes: readonly ContentChange[]): void {
    this.documents.change(uri, version, changes);
    this.neighbourChanged(uri);
    if (this.documents.has(uri)) this.scheduler.touch(uriKey(uri));
  }

  /** A closed document keeps its findings if a scan had found its file, else they go. */
  close(uri: string): void {
    const key = uriKey(uri);
    this.documents.close(uri);
    this.neighbourChanged(uri);
    this.scheduler.drop(key);
    this.#forget(key);
    if (this.scanned.has(key)) this.scheduler.later(key);
    else {
      this.store.remove(uri);
      this.#unitLoader.reload(uri);
    }
  }

  /** Judges a file again: an open one soon, a scanned one when nothing else is to be done. */
  rejudge(uri: string): void {
    const key = uriKey(uri);
    if (this.documents.has(key)) {
      this.#due.saved(key);
      this.scheduler.touch(key);
    } else if (this.scanned.has(key)) this.scheduler.later(key);
  }

  /** Judges an open document now, whatever it waits for. */
  async check(uri: string): Promise<void> {
    const key = uriKey(uri);
    this.#due.wanted(key);
    await this.scheduler.now(key);
  }

  /** A file that others may have been judged by gives another text: they are judged again when nothing else is to be done. */
  neighbourChanged(uri: string, asked = false): void {
    const own = uriKey(uri);
    if (this.files instanceof ReadOnce) this.files.forget(uri);
    for (const key of this.neighbours.changed(uri)) {
      if (key === own) continue;
      if (asked) this.#due.saved(key);
      if (this.documents.has(key) || this.scanned.has(key)) this.scheduler.later(key);
    }
  }

  /** Files that may be judged differently by what another file says: again when nothing else is to be done. */
  #unitChanged(keys: readonly string[]): void {
    for (const key of keys) if (this.documents.has(key) || this.scanned.has(key)) this.scheduler.later(key);
  }

  /** A file on the disk is no longer what it was: what is deployed with it is told. */
  manifestChanged(uri: string): void {
    if (!this.documents.has(uri) && !this.scanned.has(uriKey(uri))) this.#unitLoader.reload(uri);
  }

  /** Judges again what lies below a folder; everything when it is left out. Untitled documents belong to any folder. */
  rejudgeBelow(folder?: string): void {
    for (const uri of [...this.documents.uris(), ...this.scanned.values()]) {
      if (folder === undefined || !hasFolders(uri) || relativePath(folder, uri) !== undefined) this.rejudge(uri);
    }
  }

  /** What governs a file now. */
  async contextOf(uri: string): Promise<FileContext> {
    return this.projects.contextOf(uri, await this.#settings(uri), this.homeOf(uri));
  }

  /** The innermost workspace folder around a file; for a document without folders, the first one. */
  homeOf(uri: string): string | undefined {
    return hasFolders(uri) ? innermost(this.folders, uri) : this.folders[0];
  }

  /**
   * The file's current text, judged: the open document's newest version, or the file's content. Undefined when it is none
   * of ours, is left out, or can't be read.
   */
  async current(uri: string): Promise<Judged | undefined> {
    const context = await this.contextOf(uri);
    const document = this.documents.get(uri);
    if (document)
      return isJudged(document, context) && this.#isTold(uri, context) ? await this.#analyze(document, context) : undefined;
    if (!context.server.enable || context.excluded !== undefined) return undefined;
    const read = await this.host.files.readText(uri, { maxBytes: context.server.maxFileSizeKB * 1024 });
    if (isProblem(read)) return undefined;
    const settings = context.settingsFor(this.doors.detectKind(uri, read.text));
    const unit = this.units.of(uri);
    const file = { uri, text: read.text, neighbours: this.neighbours.of(uri), ...(unit !== undefined && { unit }) };
    const analysis = await this.neighbours.judge((previous) => this.doors.engine.analyze(file, settings, previous));
    this.#unitChanged(this.units.put(analysis));
    return { uri, version: null, text: read.text, settings, analysis };
  }

  dispose(): void {
    this.scheduler.dispose();
    this.#unitLoader.dispose();
    for (const key of [...this.#states.keys()]) this.#forget(key);
  }

  /** Puts what is known of a closed file into the store. */
  keep(analysis: FileAnalysis, milliseconds: number): void {
    const { uri, text } = analysis.file;
    this.#crashes.tell(analysis);
    const problems = analysis.kind === 'config' ? analysis.problems : [];
    if (analysis.findings.length === 0 && problems.length === 0) this.store.remove(uri);
    else this.store.set(slimEntry({ uri, kind: analysis.kind, text, findings: analysis.findings, problems, milliseconds }));
  }

  async #judgeOpen(key: string, signal: AbortSignal): Promise<void> {
    const asked = this.documents.get(key);
    if (!asked) return;
    const context = await this.contextOf(asked.uri);
    // Only now is the text taken: what is published is always of the newest version.
    const document = this.documents.get(key);
    if (signal.aborted || !document) return;
    if (!this.#due.take(context.server.run, key)) return;
    if (!isJudged(document, context)) {
      this.#forget(key);
      const { uri, version, text } = document;
      this.store.set({ uri, version, kind: undefined, text, findings: [], problems: [], milliseconds: 0 });
      return;
    }
    const judged = await this.#analyze(document, context);
    const { analysis } = judged;
    const beside = analysis.kind === 'config' ? await this.projects.missingBaseline(judged.uri, judged.text) : [];
    if (signal.aborted || this.documents.get(key)?.version !== judged.version) return;
    this.scheduler.took(key, judged.milliseconds);
    const before = this.#states.get(key);
    before?.settling?.cancel();
    const shown = showFindings(analysis, before?.shown, this.documents.takeChanges(key), this.host.clock.now());
    const settling = shown.held.size === 0 ? undefined : this.host.clock.after(shown.releaseIn, () => this.#settle(key));
    this.#show(key, { judged, shown, beside, ...(settling && { settling }) });
  }

  #settle(key: string): void {
    const state = this.#states.get(key);
    if (state && this.documents.get(key)?.version === state.judged.version) {
      this.#show(key, { ...state, shown: settle(state.judged.analysis) });
    }
  }

  #show(key: string, state: OpenState & { readonly shown: Shown }): void {
    this.#states.set(key, state);
    const { uri, version, text, analysis, milliseconds } = state.judged;
    this.store.set({
      uri,
      ...(version !== null && { version }),
      kind: analysis.kind,
      text,
      findings: state.shown.findings,
      problems: analysis.kind === 'config' ? [...analysis.problems, ...(state.beside ?? [])] : [],
      milliseconds,
    });
  }

  /** The analysis of the document's text under the context's settings; the last one if nothing of that changed. */
  async #analyze(document: OpenDocument, context: FileContext): Promise<OpenState['judged']> {
    const key = uriKey(document.uri);
    const state = this.#states.get(key);
    const { uri, languageId, version, text } = document;
    const settings = context.settingsFor(this.doors.detectKind(uri, text, languageId));
    const isKnown = state && state.judged.version === version && state.judged.settings === settings;
    const unit = this.units.of(uri);
    const isSameUnit = state?.judged.analysis.facts === undefined || state.judged.analysis.file.unit === unit;
    if (isKnown && isSameUnit && this.neighbours.isCurrent(state.judged.analysis)) return state.judged;
    const file = { uri, text, languageId, neighbours: this.neighbours.of(uri), ...(unit !== undefined && { unit }) };
    let milliseconds = 0;
    // Nobody asks for fixes of the earlier text, and a young model that is still held costs the collector much.
    if (state) this.doors.engine.letGo?.(state.judged.analysis);
    const analysis = await this.neighbours.judge((previous = state?.judged.analysis) => {
      const start = this.host.clock.now();
      const judged = this.doors.engine.analyze(file, settings, previous);
      milliseconds += this.host.clock.now() - start;
      return judged;
    });
    const judged = { uri, version, text, settings, analysis, milliseconds };
    this.#crashes.tell(analysis);
    this.#unitChanged(this.units.put(analysis));
    if (unit === null && analysis.facts) this.#unitLoader.load(uri);
    if (this.documents.get(key)?.version === version) this.#states.set(key, { ...this.#states.get(key), judged });
    return judged;
  }

  async #judgeClosed(key: string, signal: AbortSignal): Promise<void> {
    const uri = this.scanned.get(key);
    if (uri === undefined) return;
    const start = this.host.clock.now();
    const judged = await this.current(uri);
    if (signal.aborted || this.documents.has(key)) return;
    if (judged) this.keep(judged.analysis, this.host.clock.now() - start);
    else this.store.remove(uri);
    if (!judged) {
      this.neighbours.drop(uri);
      this.#unitChanged(this.units.remove(uri));
    }
    if (!judged && (await this.host.files.stat(uri)) === undefined) this.scanned.delete(key);
  }

  /** Nothing is told of a document that waits to be asked about, unless something was before. */
  #isTold(uri: string, { server }: FileContext): boolean {
    return server.run !== 'manual' || this.#states.has(uriKey(uri)) || this.store.get(uri) !== undefined;
  }

  /** A config that was read while judging another file: its problems are shown although nobody opened it. */
  #showConfig({ uri, text, problems }: LoadedConfig): void {
    if (this.documents.has(uri) || (problems.length === 0 && !this.store.get(uri))) return;
    this.store.set({ uri, kind: 'config', text, findings: [], problems, milliseconds: 0 });
  }

  #forget(key: string): void {
    this.#states.get(key)?.settling?.cancel();
    this.#states.delete(key);
    this.neighbours.drop(key);
    this.#due.forget(key);
  }
}
