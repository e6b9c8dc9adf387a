import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient';
import { CheckCommand } from '../../../server/src/lsp/protocol.ts';
import type { Command } from './command.ts';
import { CHECK_FILE } from './ids.ts';

/** Checks the file of the active editor now, where the setting `run` leaves that to the user. */
export const checkFile: Command = {
  id: CHECK_FILE,
  run: async ({ session }) => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const client = await session.start();
    if (uri !== undefined) await client?.sendRequest(ExecuteCommandRequest.type, { command: CheckCommand, arguments: [uri] });
  },
};
