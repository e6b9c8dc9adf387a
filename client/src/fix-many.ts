import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit as WireWorkspaceEdit } from 'vscode-languageclient';
import { type BulkFixParams, BulkFixRequest, type BulkFixResult } from '../../server/src/lsp/protocol.ts';
import type { Services } from './commands/command.ts';
import { answer, applyWireEdit, isStale } from './edits.ts';

export type BulkFix = BulkFixParams;

/**
 * Fixes many findings at once. VS Code shows the changes first, grouped by rule, for the user to take or leave; then a line says
 * what was done, and the output why the rest was not.
 */
export async function fixMany(
  { session, view, log }: Pick<Services, 'session' | 'view' | 'log'>,
  params: BulkFix,
): Promise<void> {
  const client = await session.start();
  if (client === undefined) return;
  let result = await ask(client, params);
  if (isStale(result.edit as WireWorkspaceEdit)) result = await ask(client, params);
  if (result.edit !== null && !(await applyWireEdit(client, result.edit))) return answer(vscode.l10n.t('Nothing was changed.'));
  for (const { uri, line, message, reason } of result.skipped) {
    log.info(`Not fixed: ${vscode.workspace.asRelativePath(vscode.Uri.parse(uri))}:${line + 1} ${message} (${reason})`);
  }
  view.tell(outcome(result));
}

function ask(client: BaseLanguageClient, params: BulkFix): Promise<BulkFixResult> {
  const work = (): Promise<BulkFixResult> => client.sendRequest<BulkFixResult>(BulkFixRequest, params);
  return Promise.resolve(vscode.window.withProgress({ location: { viewId: 'seaworthy.findings' } }, work));
}

function outcome({ fixed, files, skipped }: BulkFixResult): string {
  const done =
    fixed === 0
      ? vscode.l10n.t('Nothing could be fixed')
      : files === 1
        ? vscode.l10n.t('{0} fixed in 1 file', fixed)
        : vscode.l10n.t('{0} fixed in {1} files', fixed, files);
  if (skipped.length === 0) return `${done}.`;
  const reasons = new Map<string, number>();
  for (const { reason } of skipped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const [most] = [...reasons].sort(([, a], [, b]) => b - a);
  const why = most === undefined ? '' : most[1] === skipped.length ? most[0] : vscode.l10n.t('mostly: {0}', most[0]);
  return vscode.l10n.t('{0}, {1} left: {2}. The output tells why of each.', done, skipped.length, why);
}
