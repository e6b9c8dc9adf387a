import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { spanOf } from '../convert.ts';
import type { WireRange } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import { plainText, sentence } from '../words.ts';
import { workspaceEdit } from '../workspace-edit.ts';

/** Fixes what keeps the workload whose name stands at a range out of *restricted*, and tells what is left to do by hand. */
export async function hardenWorkload(server: ServerContext, uri: string, range: unknown): Promise<void> {
  const { connection, session } = server;
  const { context, engine } = session.doors;
  if (!isRange(range) || !context) return;
  const judged = await session.current(uri);
  if (!judged) return;
  const { lines } = server.convertContext(judged.uri, judged.text);
  const hardened = context.hardenPods(engine, judged.analysis.file, judged.settings, spanOf(range, lines));
  const tell = (message: string) =>
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
  if ('refused' in hardened) return tell(`Not changed: ${plainText(sentence(hardened.refused))}`);
  const edit = await workspaceEdit(server, judged, new Map([[judged.uri, hardened.edits]]));
  if (!edit) return;
  await connection.workspace.applyEdit({ label: 'Harden to Pod Security restricted', edit });
  if (hardened.remaining.length > 0) tell(`Left to do by hand: ${plainText(sentence(hardened.remaining.join('; ')))}`);
}

function isRange(value: unknown): value is WireRange {
  const { start, end } = (typeof value === 'object' && value !== null ? value : {}) as Partial<WireRange>;
  return [start?.line, start?.character, end?.line, end?.character].every((n) => Number.isInteger(n));
}
