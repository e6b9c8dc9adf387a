import * as vscode from 'vscode';
import { type Command, targets } from './command.ts';
import { COPY_FINDING } from './ids.ts';

/** Copies the chosen findings as text, a line each: `path:line severity rule message`. */
export const copyFinding: Command = {
  id: COPY_FINDING,
  run: async (services, clicked, selection) => {
    const lines = targets(services, clicked, selection).map(
      ({ path, finding }) => `${path}:${finding.range.start.line + 1} ${finding.severity} ${finding.rule} ${finding.message}`,
    );
    if (lines.length > 0) await vscode.env.clipboard.writeText(lines.join('\n'));
  },
};
