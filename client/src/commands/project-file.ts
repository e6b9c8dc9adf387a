import * as vscode from 'vscode';
import { type ProjectEditParams, ProjectEditRequest, type ProjectEditResult } from '../../../server/src/lsp/protocol.ts';
import { answer, applyWireEdit } from '../edits.ts';
import type { Services } from './command.ts';

/** The folder a command is about: the active editor's, the only one, or the one that the user picks. */
export async function projectPlace(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active !== undefined && vscode.workspace.getWorkspaceFolder(active) !== undefined) return active;
  const [only, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (others.length === 0) return only?.uri ?? (active?.scheme === 'untitled' ? undefined : active);
  return (await vscode.window.showWorkspaceFolderPick())?.uri;
}

/** Asks for an edit of one of the project's own files and makes it; undefined when nothing came of it, which is told. */
export async function editProject({ session }: Services, params: ProjectEditParams): Promise<ProjectEditResult | undefined> {
  const client = await session.start();
  const result = await client?.sendRequest<ProjectEditResult | null>(ProjectEditRequest, params);
  if (!client || !result) {
    answer(vscode.l10n.t('There is no folder for this file: open one.'));
    return undefined;
  }
  if (result.refused !== undefined) {
    answer(vscode.l10n.t('Not changed: {0}', result.refused));
    return undefined;
  }
  if (result.edit !== null && !(await applyWireEdit(client, result.edit))) return undefined;
  return result;
}
