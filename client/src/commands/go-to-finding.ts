import * as vscode from 'vscode';
import { answer } from '../edits.ts';
import { type Cursor, neighbour } from '../tree/navigation.ts';
import type { Command, Services } from './command.ts';
import { NEXT_FINDING, PREVIOUS_FINDING } from './ids.ts';
import { showFinding } from './open-finding.ts';

/** Goes to the finding behind the cursor, then on through the files of the tree. */
export const nextFinding: Command = { id: NEXT_FINDING, run: (services) => go(services, 1) };

/** Goes to the finding before the cursor, then back through the files of the tree. */
export const previousFinding: Command = { id: PREVIOUS_FINDING, run: (services) => go(services, -1) };

async function go({ view }: Services, step: 1 | -1): Promise<void> {
  const target = neighbour(view.tree.order, cursor(), step);
  if (target === undefined) return answer(vscode.l10n.t('No findings to go to.'));
  await showFinding(target, false);
}

/** The start of the selection: a finding that was gone to is selected, and must not be found again. */
function cursor(): Cursor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { line, character } = editor.selection.start;
  return { uri: editor.document.uri.toString(), line, character };
}
