import * as vscode from 'vscode';
import { answer } from '../edits.ts';
import type { Command } from './command.ts';
import { OPEN_CONFIG } from './ids.ts';
import { editProject, projectPlace } from './project-file.ts';

/** Opens the `.seaworthy.yaml` that governs the active file or the workspace; writes a new one where there is none. */
export const openConfig: Command = {
  id: OPEN_CONFIG,
  run: async (services) => {
    const place = await projectPlace();
    if (place === undefined) return answer(vscode.l10n.t('A configuration needs a folder: open one.'));
    const result = await editProject(services, { kind: 'config', uri: place.toString() });
    if (result !== undefined) await vscode.window.showTextDocument(vscode.Uri.parse(result.uri));
  },
};
