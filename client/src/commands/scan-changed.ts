import * as vscode from 'vscode';
import { answer } from '../edits.ts';
import type { Command } from './command.ts';
import { SCAN_CHANGED } from './ids.ts';
import { scanInView } from './scan-workspace.ts';

/** What this uses of the API of VS Code's own Git extension: https://github.com/microsoft/vscode/blob/main/extensions/git/src/api/git.d.ts */
interface GitExtension {
  getAPI(version: 1): { readonly repositories: readonly { readonly state: RepositoryState }[] };
}
interface RepositoryState {
  readonly mergeChanges: readonly Change[];
  readonly indexChanges: readonly Change[];
  readonly workingTreeChanges: readonly Change[];
  readonly untrackedChanges?: readonly Change[];
}
interface Change {
  readonly uri: vscode.Uri;
}

/** Scans the files that Git calls changed or new, and no other. */
export const scanChanged: Command = {
  id: SCAN_CHANGED,
  run: async (services) => {
    const changed = await changedFiles();
    if (changed === undefined)
      return answer(vscode.l10n.t('There is no Git repository here, or VS Code’s Git extension is off.'));
    if (changed.length === 0) return answer(vscode.l10n.t('No file is changed.'));
    await scanInView(services, changed);
  },
};

async function changedFiles(): Promise<vscode.Uri[] | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return undefined;
  try {
    const { repositories } = (await extension.activate()).getAPI(1);
    if (repositories.length === 0) return undefined;
    const changes = repositories.flatMap(({ state }) => [
      ...state.mergeChanges,
      ...state.indexChanges,
      ...state.workingTreeChanges,
      ...(state.untrackedChanges ?? []),
    ]);
    const files = new Map(changes.map(({ uri }) => [uri.toString(), uri]));
    const there = await Promise.all([...files.values()].map(async (uri) => ((await isFile(uri)) ? [uri] : [])));
    return there.flat();
  } catch {
    // Git is switched off or not installed: the extension then has no API to give.
    return undefined;
  }
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
