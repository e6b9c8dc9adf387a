import { LineIndex } from '../../core/line-index.ts';
import type { FileEntry } from '../../workspace/findings-store.ts';
import { FixLabels } from '../../workspace/fix-labels.ts';
import type { Timer } from '../../workspace/host.ts';
import { uriKey } from '../../workspace/uris.ts';
import { wireFinding } from '../convert.ts';
import { FindingsNotification, type FindingsParams, type WireFinding } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';

/** Changes are gathered until none came for so many milliseconds. */
const GATHER = 100;
/** The tree is never more than so many milliseconds behind, however much is typed or scanned. */
const GATHER_AT_MOST = 500;
/** When the names of the fixes of an open file are computed anew: so many milliseconds after its last change. */
const REFRESH_AFTER = 1_000;

/** `seaworthy/findings`: the findings of the files that changed, in batches. */
export class FindingsFeed {
  readonly #server: ServerContext;
  readonly #labels: FixLabels;
  readonly #changed = new Map<string, string>();
  /** What was sent last of each file that has findings. */
  readonly #sent = new Map<string, readonly WireFinding[]>();
  readonly #refreshes = new Map<string, Timer>();
  #timer: Timer | undefined;
  #since: number | undefined;
  #flushing: Promise<void> = Promise.resolve();

  constructor(server: ServerContext) {
    this.#server = server;
    const { store, host, scheduler } = server.session;
    this.#labels = new FixLabels(host.clock, () => scheduler.whenQuiet());
    store.listen((uri) => this.#touch(uri));
  }

  /** Sends what waits now; resolves when it is sent. */
  flush(): Promise<void> {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#since = undefined;
    this.#flushing = this.#flushing.then(() => this.#send([...this.#changed]));
    return this.#flushing;
  }

  dispose(): void {
    this.#timer?.cancel();
    for (const timer of this.#refreshes.values()) timer.cancel();
  }

  #touch(uri: string): void {
    const { clock } = this.#server.session.host;
    this.#changed.set(uriKey(uri), uri);
    this.#refreshes.get(uriKey(uri))?.cancel();
    this.#since ??= clock.now();
    this.#timer?.cancel();
    this.#timer = clock.after(Math.min(GATHER, Math.max(1, this.#since + GATHER_AT_MOST - clock.now())), () => void this.flush());
  }

  async #send(changed: readonly (readonly [string, string])[]): Promise<void> {
    const files: FindingsParams['files'][number][] = [];
    for (const [key, uri] of changed) {
      this.#changed.delete(key);
      const findings = await this.#findingsOf(uri, false);
      // A file that changed on the way has its own turn coming.
      if (findings === undefined || (findings.length === 0 && !this.#sent.has(key))) continue;
      files.push({ uri, findings });
      this.#remember(key, uri, findings);
    }
    this.#notify(files);
  }

  #remember(key: string, uri: string, findings: readonly WireFinding[]): void {
    if (findings.length === 0) this.#sent.delete(key);
    else this.#sent.set(key, findings);
    if (this.#server.session.store.get(uri)?.version === undefined || findings.length === 0) return;
    this.#refreshes.get(key)?.cancel();
    this.#refreshes.set(
      key,
      this.#server.session.host.clock.after(REFRESH_AFTER, () => void this.#refresh(key, uri)),
    );
  }

  /** Names all fixes of a file again, now that nobody types in it, and tells the client if any of them changed. */
  async #refresh(key: string, uri: string): Promise<void> {
    this.#refreshes.delete(key);
    const findings = await this.#findingsOf(uri, true);
    if (findings === undefined || JSON.stringify(findings) === JSON.stringify(this.#sent.get(key))) return;
    this.#sent.set(key, findings);
    this.#notify([{ uri, findings }]);
  }

  async #findingsOf(uri: string, refresh: boolean): Promise<readonly WireFinding[] | undefined> {
    const { store } = this.#server.session;
    const entry: FileEntry | undefined = store.get(uri);
    if (!entry || entry.findings.length === 0) {
      this.#labels.forget(uri);
      return [];
    }
    const labels = await this.#labels.labelsOf(entry, refresh, () => store.get(uri) === entry);
    if (!labels) return undefined;
    const lines = new LineIndex(entry.text);
    return entry.findings.map((finding) =>
      wireFinding(finding, labels.get(finding.fingerprint), this.#server.ruleOf(finding.rule), lines),
    );
  }

  #notify(files: FindingsParams['files']): void {
    const params: FindingsParams = { files };
    if (files.length > 0) void this.#server.connection.sendNotification(FindingsNotification, params);
  }
}
