import type { FileAnalysis, FileSettings } from '../analysis/types.ts';
import type { AnalysisDoors } from './analysis-doors.ts';
import { CrashLog } from './crash-log.ts';
import { type ContentChange, DocumentStore, type OpenDocument } from './document-store.ts';
import { FindingsStore, slimEntry } from './findings-store.ts';
import { type Shown, settle, showFindings } from './held-findings.ts';
import { type Host, isProblem, type Timer } from './host.ts';
import { type FileContext, type LoadedConfig, Projects } from './projects.ts';
import { Scheduler } from './scheduler.ts';
import type { ServerSettings } from './server-settings.ts';
import { hasFolders, relativePath, uriKey } from './uris.ts';

/** Where the settings of a place come from. */
export type SettingsSource = (uri: string) => Promise<ServerSettings>;

/** The current text of a file, judged: what every edit is computed from. */
export interface Judged {
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  readonly text: string;
  readonly settings: FileSettings;
  readonly analysis: FileAnalysis;
}

interface OpenState {
  readonly judged: Judged & { readonly milliseconds: number };
  readonly shown?: Shown;
  readonly settling?: Timer;
}

/** Files of a session by their role, and the one store of what is found in them. */
export class Session {
  readonly host: Host;
  readonly doors: AnalysisDoors;
  readonly documents = new DocumentStore();
  readonly store = new FindingsStore();
  readonly projects: Projects;
  readonly scheduler: Scheduler;
  /** Files that a scan looked at, by key: they are kept fresh after they are closed or change on the disk. */
  readonly scanned = new Map<string, string>();
  folders: readonly string[] = [];

  readonly #settings: SettingsSource;
  readonly #states = new Map<string, OpenState>();
  /** Documents to judge although they only wait to be saved. */
  readonly #asked = new Set<string>();
  readonly #crashes: CrashLog;

  constructor(host: Host, doors: AnalysisDoors, settings: SettingsSource) {
    this.host = host;
    this.doors = doors;
    this.#settings = settings;
    this.#crashes = new CrashLog(host.log);
    this.projects = new Projects(host, doors, (config) => this.#showConfig(config));
    this.scheduler = new Scheduler(
      host.clock,
      (key, signal) => (this.documents.has(key) ? this.#judgeOpen(key, signal) : this.#judgeClosed(key, signal)),
      (key, error) =>
        host.log.error(`${key} could not be judged: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    );
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    this.documents.open(uri, languageId, version, text);
    this.rejudge(uri);
  }

  change(uri: string, version: number, changes: readonly ContentChange[]): void {
    this.documents.change(uri, version, changes);
    if (this.documents.has(uri)) this.scheduler.touch(uriKey(uri));
  }

  /** A closed document keeps its findings if a scan had found its file, else they go. */
  close(uri: string): void {
    const key = uriKey(uri);
    this.documents.close(uri);
    this.scheduler.drop(key);
    this.#forget(key);
    if (this.scanned.has(key)) this.scheduler.later(key);
    else this.store.remove(uri);
  }

  /** Judges a file again: an open one soon, a scanned one when nothing else is to be done. */
  rejudge(uri: string): void {
    const key = uriKey(uri);
    if (this.documents.has(key)) {
      this.#asked.add(key);
      this.scheduler.touch(key);
    } else if (this.scanned.has(key)) this.scheduler.later(key);
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
    if (!hasFolders(uri)) return this.folders[0];
    const around = this.folders.filter((folder) => relativePath(folder, uri) !== undefined);
    return around.sort((a, b) => b.length - a.length)[0];
  }

  /**
   * The file's current text, judged: the open document's newest version, or the file's content. Undefined when it is none
   * of ours, is left out, or can't be read.
   */
  async current(uri: string): Promise<Judged | undefined> {
    const context = await this.contextOf(uri);
    const document = this.documents.get(uri);
    if (document) return isJudged(document, context) ? this.#analyze(document, context) : undefined;
    if (!context.server.enable || context.excluded !== undefined) return undefined;
    const read = await this.host.files.readText(uri, { maxBytes: context.server.maxFileSizeKB * 1024 });
    if (isProblem(read)) return undefined;
    const settings = context.settingsFor(this.doors.detectKind(uri, read.text));
    const analysis = this.doors.engine.analyze({ uri, text: read.text }, settings);
    return { uri, version: null, text: read.text, settings, analysis };
  }

  dispose(): void {
    this.scheduler.dispose();
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
    if (context.server.run === 'onSave' && !this.#asked.has(key)) return;
    this.#asked.delete(key);
    if (!isJudged(document, context)) {
      this.#forget(key);
      const { uri, version, text } = document;
      this.store.set({ uri, version, kind: undefined, text, findings: [], problems: [], milliseconds: 0 });
      return;
    }
    const judged = this.#analyze(document, context);
    this.scheduler.took(key, judged.milliseconds);
    const before = this.#states.get(key);
    before?.settling?.cancel();
    const shown = showFindings(judged.analysis, before?.shown, this.documents.takeChanges(key), this.host.clock.now());
    const settling = shown.held.size === 0 ? undefined : this.host.clock.after(shown.releaseIn, () => this.#settle(key));
    this.#show(key, { judged, shown, ...(settling && { settling }) });
  }

  #settle(key: string): void {
    const state = this.#states.get(key);
    if (state && this.documents.get(key)?.version === state.judged.version) {
      this.#show(key, { judged: state.judged, shown: settle(state.judged.analysis) });
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
      problems: analysis.kind === 'config' ? analysis.problems : [],
      milliseconds,
    });
  }

  /** The analysis of the document's text under the context's settings; the last one if nothing of that changed. */
  #analyze(document: OpenDocument, context: FileContext): OpenState['judged'] {
    const key = uriKey(document.uri);
    const state = this.#states.get(key);
    const { uri, languageId, version, text } = document;
    const settings = context.settingsFor(this.doors.detectKind(uri, text, languageId));
    if (state && state.judged.version === version && state.judged.settings === settings) return state.judged;
    const start = this.host.clock.now();
    const analysis = this.doors.engine.analyze({ uri, text, languageId }, settings, state?.judged.analysis);
    const judged = { uri, version, text, settings, analysis, milliseconds: this.host.clock.now() - start };
    this.#crashes.tell(analysis);
    this.#states.set(key, { ...state, judged });
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
    if (!judged && (await this.host.files.stat(uri)) === undefined) this.scanned.delete(key);
  }

  /** A config that was read while judging another file: its problems are shown although nobody opened it. */
  #showConfig(config: LoadedConfig): void {
    if (this.documents.has(config.uri)) return;
    const { uri, text, problems } = config;
    if (problems.length === 0 && !this.store.get(uri)) return;
    this.store.set({ uri, kind: 'config', text, findings: [], problems, milliseconds: 0 });
  }

  #forget(key: string): void {
    this.#states.get(key)?.settling?.cancel();
    this.#states.delete(key);
    this.#asked.delete(key);
  }
}

/** Whether an open document is to be judged at all. */
function isJudged(document: OpenDocument, context: FileContext): boolean {
  return context.server.enable && context.excluded === undefined && document.text.length <= context.server.maxFileSizeKB * 1024;
}
