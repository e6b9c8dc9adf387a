import * as vscode from 'vscode';
import { answer } from '../edits.ts';
import { changedFiles } from '../git.ts';
import type { Command } from './command.ts';
import { SCAN_CHANGED } from './ids.ts';
import { scanInView } from './scan-workspace.ts';

/** Scans the files that Git calls changed or new, and no other. */
export const scanChanged: Command = {
  id: SCAN_CHANGED,
  run: async (services) => {
    const changed = await changedFiles();
    if (changed === undefined)
      return answer(vscode.l10n.t('There is no Git repository here, or VS Code’s Git extension is off.'));
    const files = await present(changed);
    if (files.length === 0) return answer(vscode.l10n.t('No file is changed.'));
    await scanInView(services, files);
  },
};

/** Git also names what is gone. */
async function present(uris: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  const there = await Promise.all(uris.map(async (uri) => ((await isFile(uri)) ? [uri] : [])));
  return there.flat();
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
