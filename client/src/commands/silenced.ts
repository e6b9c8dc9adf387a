import * as vscode from 'vscode';
import type { WireRange } from '../../../server/src/lsp/protocol.ts';
import { type Command, isTreeNode } from './command.ts';
import { OPEN_SILENCER, OPEN_SKIPPED, SHOW_SILENCED } from './ids.ts';

/** Shows in the tree what comments, the config and the baseline silence, or no longer. */
export const showSilenced: Command = {
  id: SHOW_SILENCED,
  run: ({ state }) => state.setFilters({ ...state.filters, showSilenced: !state.filters.showSilenced }),
};

/** Opens what silences a finding, where it stands. */
export const openSilencer: Command = {
  id: OPEN_SILENCER,
  run: async (_services, node) => {
    if (isTreeNode(node) && node.type === 'silenced') await show(node.suppression.uri, node.suppression.range);
  },
};

/** Opens a file that a scan left out. */
export const openSkipped: Command = {
  id: OPEN_SKIPPED,
  run: async (_services, node) => {
    if (isTreeNode(node) && node.type === 'skipped')
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(node.uri));
  },
};

async function show(uri: string, { start, end }: WireRange): Promise<void> {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { preview: true, preserveFocus: true, selection });
}
