import type { FileSettings } from '../analysis/types.ts';
import { isProblem } from './host.ts';
import type { Session } from './session.ts';
import { unitFolder } from './units.ts';
import { relativePath, uriKey } from './uris.ts';

/** More files than that in one folder are not deployed together. */
const MAX_FILES = 200;

/**
 * Reads what is deployed with an open manifest, when nothing else is to be done: of each file beside it the facts, which is what its
 * judgement needs.
 */
export class UnitLoader {
  readonly #session: Session;
  readonly #changed: (keys: readonly string[]) => void;
  readonly #abort = new AbortController();
  readonly #loading = new Set<string>();
  /** The same settings without any rule, so that slices that are read for their facts alone cost no judgement. */
  readonly #bare = new WeakMap<FileSettings, FileSettings>();

  constructor(session: Session, changed: (keys: readonly string[]) => void) {
    this.#session = session;
    this.#changed = changed;
  }

  dispose(): void {
    this.#abort.abort();
  }

  /** Reads what is deployed with a file, once. */
  load(uri: string): void {
    const unit = unitFolder(uri);
    if (!unit || this.#loading.has(unit.folder) || this.#session.units.isComplete(unit.folder)) return;
    this.#loading.add(unit.folder);
    void this.#load(unit.folder, unit.deep)
      .catch((error) => this.#session.host.log.error(`${unit.folder} could not be read: ${String(error)}`))
      .finally(() => this.#loading.delete(unit.folder));
  }

  /** Reads one file again that is deployed with others. */
  reload(uri: string): void {
    const unit = unitFolder(uri);
    if (!unit || !this.#session.units.isComplete(unit.folder) || !this.#session.doors.isCandidateName(uri)) return;
    void this.#read(uri).then(
      () => undefined,
      () => undefined,
    );
  }

  async #load(folder: string, deep: boolean): Promise<void> {
    const { units, host, doors } = this.#session;
    const uris = this.#isReadable(folder) ? await this.#list(folder, deep) : [];
    for (const uri of uris) await this.#read(uri);
    for (const named of units.named(folder)) {
      const inFolder = this.#isReadable(named) ? await host.files.stat(named) : undefined;
      if (inFolder === 'file' && doors.isCandidateName(named)) await this.#read(named);
      else if (inFolder === 'folder' && !units.isComplete(uriKey(named))) await this.#load(uriKey(named), false);
    }
    if (!this.#abort.signal.aborted) this.#changed(units.complete(folder));
  }

  async #list(folder: string, deep: boolean): Promise<readonly string[]> {
    const { host, doors } = this.#session;
    const uris: string[] = [];
    for await (const entry of host.files.list(folder, { exclude: [], signal: this.#abort.signal, shallow: !deep })) {
      if (entry.kind === 'file' && doors.isCandidateName(entry.path)) uris.push(entry.uri);
      if (uris.length >= MAX_FILES) break;
    }
    return uris;
  }

  /** Takes the facts of a file that is not open; an open one has told its own. */
  async #read(uri: string): Promise<void> {
    const { documents, doors, host, neighbours, scheduler, units } = this.#session;
    await scheduler.whenQuiet();
    await host.clock.yieldNow();
    if (documents.has(uri) || this.#abort.signal.aborted) return;
    const context = await this.#session.contextOf(uri);
    const { folders } = this.#session;
    const within = folders.length > 0 ? folders : [unitFolder(uri)?.folder ?? uri];
    const read = await host.files.readText(uri, { maxBytes: context.server.maxFileSizeKB * 1024, within });
    if (documents.has(uri) || this.#abort.signal.aborted) return;
    if (isProblem(read) || context.excluded !== undefined || doors.detectKind(uri, read.text) !== 'kubernetes') {
      this.#changed(units.remove(uri));
      return;
    }
    const settings = this.#bareOf(context.settingsFor('kubernetes'));
    const file = { uri, text: read.text, neighbours: neighbours.of(uri), unit: null };
    const analysis = await neighbours.judge((previous) => doors.engine.analyze(file, settings, previous));
    if (documents.has(uri)) return;
    neighbours.drop(uri);
    this.#changed(units.put(analysis));
  }

  #isReadable(uri: string): boolean {
    const { folders } = this.#session;
    return folders.length === 0 || folders.some((folder) => relativePath(folder, uri) !== undefined);
  }

  #bareOf(settings: FileSettings): FileSettings {
    const known = this.#bare.get(settings);
    if (known) return known;
    const bare = { ...settings, rules: [] };
    this.#bare.set(settings, bare);
    return bare;
  }
}
