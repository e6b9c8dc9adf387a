import type { CancellationToken } from 'vscode-languageserver';
import { clearScan, type ScanProgress, scanWorkspace } from '../../workspace/workspace-scan.ts';
import {
  ClearScanRequest,
  type ScanParams,
  ScanProgressNotification,
  type ScanProgressParams,
  ScanRequest,
  type ScanResult,
} from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import type { FindingsFeed } from './findings.ts';

/** Progress is told at most this often, in milliseconds. */
const TELL_EVERY = 50;

/** `seaworthy/scan` and `seaworthy/clearScan`: results arrive as findings and diagnostics while it runs; a cancelled scan is answered too. */
export function offerScan(server: ServerContext, feed: FindingsFeed | undefined): void {
  const { connection, session } = server;
  connection.onRequest(ScanRequest, async (params: ScanParams, token: CancellationToken): Promise<ScanResult> => {
    const abort = new AbortController();
    if (token.isCancellationRequested) abort.abort();
    const listening = token.onCancellationRequested(() => abort.abort());
    try {
      const result = await scanWorkspace(session, params.folders, abort.signal, progressTo(server, params.token));
      await feed?.flush();
      return result;
    } finally {
      listening.dispose();
    }
  });
  connection.onRequest(ClearScanRequest, async (): Promise<null> => {
    clearScan(session);
    await feed?.flush();
    return null;
  });
}

/** Tells the first and the last step, and of those between only as many as someone can see. */
function progressTo({ connection, session }: ServerContext, token: string): (progress: ScanProgress) => void {
  let told = Number.NEGATIVE_INFINITY;
  return ({ done, total, current }) => {
    const now = session.host.clock.now();
    if (done !== 0 && done !== total && now - told < TELL_EVERY) return;
    told = now;
    const params: ScanProgressParams = { token, done, total, ...(current !== undefined && { current }) };
    void connection.sendNotification(ScanProgressNotification, params);
  };
}
