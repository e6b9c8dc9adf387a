import * as vscode from 'vscode';
import { VIEW_ID } from '../tree/view.ts';
import type { Command, Services } from './command.ts';
import { SCAN_WORKSPACE } from './ids.ts';

/** Scans all folders of the workspace and shows how far it is in the view. */
export const scanWorkspace: Command = {
  id: SCAN_WORKSPACE,
  run: (services) => scanInView(services),
};

/** Scans `folders`, or everything, with the view in front and its progress bar running. */
export async function scanInView({ scanner }: Services, folders?: readonly vscode.Uri[]): Promise<void> {
  await vscode.commands.executeCommand(`${VIEW_ID}.focus`);
  await vscode.window.withProgress({ location: { viewId: VIEW_ID } }, () => scanner.scan(folders));
}
