import * as vscode from 'vscode';
import { applyFixAll } from '../edits.ts';
import { type Command, isTreeNode } from './command.ts';
import { FIX_ALL_IN_FILE } from './ids.ts';

/** Makes all safe fixes of a file of the tree, or of the active editor. */
export const fixAllInFile: Command = {
  id: FIX_ALL_IN_FILE,
  run: async ({ session }, clicked) => {
    const uri = fileOf(clicked) ?? vscode.window.activeTextEditor?.document.uri.toString();
    if (uri !== undefined) await applyFixAll(session, { uri, safety: 'safe' });
  },
};

function fileOf(clicked: unknown): string | undefined {
  return isTreeNode(clicked) && clicked.type === 'group' ? clicked.uri : undefined;
}
