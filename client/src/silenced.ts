import * as vscode from 'vscode';
import {
  type SuppressedParams,
  SuppressedRequest,
  type SuppressedResult,
  type WireSuppressed,
} from '../../server/src/lsp/protocol.ts';
import type { FindingsStore } from './findings-store.ts';
import type { Scanner } from './scan.ts';
import type { Session } from './session.ts';
import type { FileSilenced } from './tree/model.ts';
import type { ViewState } from './view-state.ts';

/** What changed is asked for when nothing more changed for so many milliseconds. */
const PAUSE = 500;

/** What comments, config and baseline silence; asked of the server only while the tree shows it. */
export class Silenced implements vscode.Disposable {
  private readonly session: Session;
  private readonly state: ViewState;
  private readonly byFile = new Map<string, readonly WireSuppressed[]>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];
  /** Files to ask about; undefined: about all. */
  private stale: Set<string> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown = false;
  readonly onDidChange = this.changed.event;

  constructor(session: Session, store: FindingsStore, state: ViewState, scanner: Scanner) {
    this.session = session;
    this.state = state;
    this.subscriptions = [
      state.onDidChange(() => this.follow()),
      store.onDidChange((uris) => this.askSoon(uris)),
      session.onDidReceiveStatus(({ uri }) => this.askSoon([vscode.Uri.parse(uri).toString()])),
      scanner.onDidChange(() => {
        if (scanner.state.type !== 'running') this.askSoon(undefined);
      }),
    ];
    this.follow();
  }

  all(): FileSilenced[] {
    return [...this.byFile].map(([uri, findings]) => ({
      uri,
      path: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
      findings,
    }));
  }

  private follow(): void {
    const { showSilenced } = this.state.filters;
    if (showSilenced === this.shown) return;
    this.shown = showSilenced;
    this.byFile.clear();
    if (showSilenced) this.askSoon(undefined, 0);
    this.changed.fire();
  }

  private askSoon(uris: readonly string[] | undefined, pause = PAUSE): void {
    // A server that was not needed so far is not started to say that nothing is silenced.
    if (!this.shown || this.session.state !== 'running') return;
    if (this.timer === undefined) this.stale = new Set();
    if (uris === undefined) this.stale = undefined;
    else for (const uri of uris) this.stale?.add(uri);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), pause);
  }

  private async ask(): Promise<void> {
    const uris = this.stale;
    this.timer = undefined;
    const client = await this.session.start();
    const params: SuppressedParams = uris === undefined ? {} : { uris: [...uris] };
    const result = await client?.sendRequest<SuppressedResult>(SuppressedRequest, params);
    if (result === undefined || !this.shown) return;
    if (uris === undefined) this.byFile.clear();
    for (const { uri, findings } of result.files) {
      const key = vscode.Uri.parse(uri).toString();
      if (findings.length === 0) this.byFile.delete(key);
      else this.byFile.set(key, findings);
    }
    this.changed.fire();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }
}
