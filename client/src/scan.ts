import * as vscode from 'vscode';
import {
  ClearScanRequest,
  type ScanParams,
  ScanProgressNotification,
  type ScanProgressParams,
  ScanRequest,
  type ScanResult,
} from '../../server/src/lsp/protocol.ts';
import type { Session } from './session.ts';

/** Where the scan of the workspace stands. `failed`: the server could not be asked. */
export type ScanState =
  | { readonly type: 'never' }
  | { readonly type: 'running'; readonly done: number; readonly total: number }
  | { readonly type: 'finished'; readonly result: ScanResult }
  | { readonly type: 'failed' };

/** Runs one scan at a time and tells how far it is. */
export class Scanner implements vscode.Disposable {
  private readonly session: Session;
  private readonly log: vscode.LogOutputChannel;
  private readonly changed = new vscode.EventEmitter<void>();
  private cancellation: vscode.CancellationTokenSource | undefined;
  private running: Promise<void> = Promise.resolve();
  private runs = 0;
  private current: ScanState = { type: 'never' };
  readonly onDidChange = this.changed.event;

  constructor(session: Session, log: vscode.LogOutputChannel) {
    this.session = session;
    this.log = log;
  }

  get state(): ScanState {
    return this.current;
  }

  /** Scans `folders`, or all workspace folders; resolves when it is done or cancelled. Does nothing while a scan runs. */
  async scan(folders?: readonly vscode.Uri[]): Promise<void> {
    if (this.cancellation !== undefined) return;
    this.running = this.run(folders);
    await this.running;
  }

  /** Stops the scan; what was found stays. */
  cancel(): void {
    this.cancellation?.cancel();
  }

  /** Takes back what was found in files that are not open; a scan that runs is stopped first. */
  async clear(): Promise<void> {
    this.cancel();
    await this.running;
    if (this.current.type === 'never') return;
    const client = await this.session.start();
    await client?.sendRequest(ClearScanRequest);
    this.set({ type: 'never' });
  }

  private async run(folders: readonly vscode.Uri[] | undefined): Promise<void> {
    const cancellation = new vscode.CancellationTokenSource();
    this.cancellation = cancellation;
    this.set({ type: 'running', done: 0, total: 0 });
    try {
      this.set(await this.request(folders, cancellation.token));
    } finally {
      this.cancellation = undefined;
      cancellation.dispose();
    }
  }

  private async request(folders: readonly vscode.Uri[] | undefined, token: vscode.CancellationToken): Promise<ScanState> {
    const client = await this.session.start();
    if (client === undefined) return { type: 'failed' };
    this.runs += 1;
    const params: ScanParams = {
      token: `scan-${this.runs}`,
      ...(folders === undefined ? {} : { folders: folders.map((folder) => folder.toString()) }),
    };
    const progress = client.onNotification(ScanProgressNotification, ({ token: of, done, total }: ScanProgressParams) => {
      if (of === params.token) this.set({ type: 'running', done, total });
    });
    try {
      const result = await client.sendRequest<ScanResult>(ScanRequest, params, token);
      this.report(result);
      return { type: 'finished', result };
    } catch (error) {
      if (token.isCancellationRequested) return this.stopped();
      this.log.error(`The scan failed: ${String(error)}`);
      return { type: 'failed' };
    } finally {
      progress.dispose();
    }
  }

  /** A server that answers a cancelled request with an error says nothing of how far it came; the progress did. */
  private stopped(): ScanState {
    const { done, total } = this.current.type === 'running' ? this.current : { done: 0, total: 0 };
    return { type: 'finished', result: { scanned: done, total, findings: 0, cancelled: true, milliseconds: 0, skipped: [] } };
  }

  private report(result: ScanResult): void {
    this.log.info(
      `Scanned ${result.scanned} of ${result.total} files in ${Math.round(result.milliseconds)} ms: ${result.findings} findings.`,
    );
    for (const { uri, reason } of result.skipped) this.log.warn(`Skipped ${uri}: ${reason}`);
  }

  private set(state: ScanState): void {
    this.current = state;
    this.changed.fire();
  }

  dispose(): void {
    this.cancel();
    this.changed.dispose();
  }
}
