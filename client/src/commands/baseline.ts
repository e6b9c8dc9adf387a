import * as vscode from 'vscode';
import { answer, saveFile } from '../edits.ts';
import { findingsText } from '../words.ts';
import { type Command, targets } from './command.ts';
import { ADD_TO_BASELINE, CLEAR_BASELINE, CREATE_BASELINE, USE_BASELINE } from './ids.ts';
import { ignoreAll } from './ignore.ts';
import { editProject, projectPlace } from './project-file.ts';
import { scanInView } from './scan-workspace.ts';

/** Puts the chosen findings into the baseline. */
export const addToBaseline: Command = {
  id: ADD_TO_BASELINE,
  run: (services, clicked, selection) => ignoreAll(services, targets(services, clicked, selection), 'baseline'),
};

/** Scans, and accepts all that is found: from then on only what is new is reported. */
export const createBaseline: Command = {
  id: CREATE_BASELINE,
  run: async (services) => {
    const place = await projectPlace();
    if (place === undefined) return answer(vscode.l10n.t('A baseline needs a folder: open one.'));
    const folder = vscode.workspace.getWorkspaceFolder(place)?.uri ?? place;
    await scanInView(services, [folder]);
    if (services.scanner.state.type !== 'finished' || services.scanner.state.result.cancelled) return;
    const result = await editProject(services, { kind: 'create-baseline', uri: folder.toString() });
    if (result === undefined) return;
    await saveFile(vscode.Uri.parse(result.uri));
    services.view.tell(
      vscode.l10n.t('Baseline: {0} accepted. New ones are reported from now on.', findingsText(result.findings ?? 0)),
    );
  },
};

/** Asks for a baseline file and names it in the config. */
export const useBaseline: Command = {
  id: USE_BASELINE,
  run: async (services) => {
    const place = await projectPlace();
    if (place === undefined) return answer(vscode.l10n.t('A baseline needs a folder: open one.'));
    const [file] =
      (await vscode.window.showOpenDialog({ defaultUri: vscode.Uri.joinPath(place, '..'), filters: { JSON: ['json'] } })) ?? [];
    if (file === undefined) return;
    const result = await editProject(services, { kind: 'use-baseline', uri: place.toString(), baseline: file.toString() });
    if (result === undefined) return;
    await saveFile(vscode.Uri.parse(result.uri));
    answer(vscode.l10n.t('What this baseline knows is no longer reported.'));
  },
};

/** Deletes the baseline that governs the workspace; the deletion can be undone. */
export const clearBaseline: Command = {
  id: CLEAR_BASELINE,
  run: async (services) => {
    const place = await projectPlace();
    const result = place && (await editProject(services, { kind: 'baseline', uri: place.toString() }));
    if (!result?.exists) return answer(vscode.l10n.t('There is no baseline here.'));
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(vscode.Uri.parse(result.uri), { ignoreIfNotExists: true });
    if (await vscode.workspace.applyEdit(edit)) answer(vscode.l10n.t('The baseline is gone: all findings are reported again.'));
  },
};
