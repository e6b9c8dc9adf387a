import * as vscode from 'vscode';
import type { Command } from './command.ts';
import { SCAN_FOLDER } from './ids.ts';
import { scanInView } from './scan-workspace.ts';

/** Scans the folders selected in the explorer. */
export const scanFolder: Command = {
  id: SCAN_FOLDER,
  run: async (services, clicked, selection) => {
    const folders = (Array.isArray(selection) ? selection : [clicked]).filter((value) => value instanceof vscode.Uri);
    if (folders.length > 0) await scanInView(services, folders);
  },
};
