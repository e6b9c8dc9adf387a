import * as vscode from 'vscode';
import type { LocatedFinding } from '../tree/model.ts';
import { type Command, isFindingNode } from './command.ts';
import { OPEN_FINDING } from './ids.ts';

/** Opens the file of a finding with the finding selected. */
export const openFinding: Command = {
  id: OPEN_FINDING,
  run: async (_services, node) => {
    if (isFindingNode(node)) await showFinding(node, true);
  },
};

/** Shows a finding in an editor; `preserveFocus` leaves the keyboard where it is. */
export async function showFinding({ uri, finding }: LocatedFinding, preserveFocus: boolean): Promise<void> {
  const { start, end } = finding.range;
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    preview: true,
    preserveFocus,
    selection: new vscode.Range(start.line, start.character, end.line, end.character),
  });
}
