import * as vscode from 'vscode';
import type { WireRange } from '../../../server/src/lsp/protocol.ts';
import { selectRange as select } from '../edits.ts';
import type { Command } from './command.ts';
import { SELECT_RANGE } from './ids.ts';

/** Called by code actions after their edit, with a URI and an LSP range: selects what the user has to complete. */
export const selectRange: Command = {
  id: SELECT_RANGE,
  run: async (_services, uri, range) => {
    if (typeof uri === 'string' && isRange(range)) await select(vscode.Uri.parse(uri), range);
  },
};

function isRange(value: unknown): value is WireRange {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}
