import { type FixAllParams, FixAllRequest, type FixAllResult } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import { workspaceEdit } from '../workspace-edit.ts';

/** `seaworthy/fixAll`: every fix of a file up to a safety, as one minimal edit, and what was left with why. */
export function offerFixAll(server: ServerContext): void {
  const { connection, session } = server;
  connection.onRequest(FixAllRequest, async ({ uri, rules, safety }: FixAllParams): Promise<FixAllResult | null> => {
    const judged = await session.current(uri);
    if (!judged) return null;
    const { doors } = session;
    const outcome = doors.fixAll(doors.engine, judged.analysis.file, judged.settings, { safety, ...(rules && { rules }) });
    const edit = outcome.edits.length === 0 ? null : await workspaceEdit(server, judged, new Map([[judged.uri, outcome.edits]]));
    const skipped = outcome.skipped.map(({ finding, reason }) => ({ message: finding.message, reason }));
    return { edit: edit ?? null, fixed: outcome.fixed.length, skipped };
  });
}
