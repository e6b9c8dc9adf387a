import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit as WireWorkspaceEdit } from 'vscode-languageclient';
import {
  type FindingEditParams,
  FindingEditRequest,
  type FindingEditResult,
  type FixAllParams,
  FixAllRequest,
  type FixAllResult,
  type WireRange,
} from '../../server/src/lsp/protocol.ts';
import type { Session } from './session.ts';

/** How long an answer to a command stays in the status bar, in milliseconds. */
const ANSWER_TIME = 6000;

/** Makes the edit for one finding in its file, shown in an editor, and selects what the user has to complete. */
export async function applyFindingEdit(session: Session, params: FindingEditParams): Promise<void> {
  const client = await session.start();
  if (client === undefined) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(params.uri));
  const editor = await vscode.window.showTextDocument(document, { preview: true });
  const ask = (): Promise<FindingEditResult | null> => client.sendRequest<FindingEditResult | null>(FindingEditRequest, params);
  const result = await applied(client, ask);
  if (result === 'stale') answer(vscode.l10n.t('The file changed meanwhile; nothing was edited.'));
  else if (result === null) answer(vscode.l10n.t('This finding is no longer there.'));
  else if (result.refused !== undefined) answer(vscode.l10n.t('Not changed: {0}', result.refused));
  else {
    if (result.save !== undefined) await saveFile(vscode.Uri.parse(result.save));
    if (result.selectIn !== undefined && result.select !== undefined)
      await selectRange(vscode.Uri.parse(result.selectIn), result.select);
    else if (result.select !== undefined) select(editor, result.select);
  }
}

/** Makes all safe fixes of one file as one edit and tells in the status bar what was done. */
export async function applyFixAll(session: Session, params: FixAllParams): Promise<void> {
  const client = await session.start();
  if (client === undefined) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(params.uri));
  await vscode.window.showTextDocument(document, { preview: true });
  const result = await applied(client, () => client.sendRequest<FixAllResult | null>(FixAllRequest, params));
  if (result === 'stale') return answer(vscode.l10n.t('The file changed meanwhile; nothing was edited.'));
  if (result === null || result.fixed === 0) return answer(vscode.l10n.t('No finding in this file has a safe fix.'));
  const left = result.skipped.length;
  if (left === 0) answer(vscode.l10n.t('{0} fixed.', result.fixed));
  else answer(vscode.l10n.t('{0} fixed, {1} left for you.', result.fixed, left));
}

/** Saves a file that nobody edits by hand, so that every door sees it at once. */
export async function saveFile(uri: vscode.Uri): Promise<void> {
  await (await vscode.workspace.openTextDocument(uri)).save();
}

/** Makes a wire edit as it is; false when VS Code would not. */
export async function applyWireEdit(client: BaseLanguageClient, wire: unknown): Promise<boolean> {
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(wire as WireWorkspaceEdit);
  return edit !== undefined && vscode.workspace.applyEdit(edit, { isRefactoring: true });
}

/** Selects a range of a file that is open or opens it: the placeholder or the reason that a code action left. */
export async function selectRange(uri: vscode.Uri, range: WireRange): Promise<void> {
  select(await vscode.window.showTextDocument(uri), range);
}

/** Asks for an edit and makes it; asks once more when the text changed in between, and gives up when it did so again. */
async function applied<R extends { readonly edit?: unknown }>(
  client: BaseLanguageClient,
  ask: () => Promise<R | null>,
): Promise<R | null | 'stale'> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const result = await ask();
    if (result === null || result.edit === undefined || result.edit === null) return result;
    const wire = result.edit as WireWorkspaceEdit;
    if (isStale(wire)) continue;
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(wire);
    if (await vscode.workspace.applyEdit(edit)) return result;
  }
  return 'stale';
}

/** Whether the texts that an edit was computed for are no longer those of the editor. */
export function isStale(edit: WireWorkspaceEdit | null): boolean {
  return (edit?.documentChanges ?? []).some((change) => {
    if (!('textDocument' in change) || change.textDocument.version === null) return false;
    const uri = vscode.Uri.parse(change.textDocument.uri).toString();
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    return open !== undefined && open.version !== change.textDocument.version;
  });
}

function select(editor: vscode.TextEditor, { start, end }: WireRange): void {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Answers a command where nothing has to be clicked away. */
export function answer(text: string): void {
  vscode.window.setStatusBarMessage(`$(shield) ${text}`, ANSWER_TIME);
}
