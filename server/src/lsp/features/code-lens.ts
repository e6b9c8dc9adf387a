import {
  type CodeLens,
  CodeLensRefreshRequest,
  type ExecuteCommandParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { WorkloadLevel } from '../../analysis/api.ts';
import { rangeOf, spanOf } from '../convert.ts';
import { HardenWorkloadCommand, type WireRange } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import { plainText, sentence } from '../words.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import type { Configuration } from './configuration.ts';

/** Commands that the server carries out itself, for any client. */
export const SERVER_COMMANDS: readonly string[] = [HardenWorkloadCommand];

/**
 * `textDocument/codeLens`, where the setting asks for it: above each workload the Pod Security level it reaches; a click fixes what
 * can be fixed of what keeps it out of *restricted* (`workspace/executeCommand`).
 */
export function offerCodeLens(server: ServerContext, configuration: Configuration): void {
  const { connection, session } = server;
  const { context, engine } = session.doors;
  connection.onCodeLens(async ({ textDocument: { uri } }): Promise<CodeLens[]> => {
    if (!context || !(await configuration.settingsOf(uri)).codeLens) return [];
    const judged = await session.current(uri);
    if (!judged) return [];
    const { lines } = server.convertContext(judged.uri, judged.text);
    return context.podSecurityOf(judged.analysis.file, judged.settings).map((workload) => {
      const range = rangeOf(workload.span, lines);
      const title = server.client.localise(titleOf(workload));
      const acts = workload.toRestricted > 0 && server.client.appliesEdits;
      return {
        range,
        command: acts ? { title, command: HardenWorkloadCommand, arguments: [uri, range] } : { title, command: '' },
      };
    });
  });
  connection.onExecuteCommand(async ({ command, arguments: given }: ExecuteCommandParams): Promise<null> => {
    const [uri, range] = (given ?? []) as unknown[];
    if (command !== HardenWorkloadCommand || typeof uri !== 'string' || !isRange(range) || !context) return null;
    const judged = await session.current(uri);
    if (!judged) return null;
    const { lines } = server.convertContext(judged.uri, judged.text);
    const hardened = context.hardenPods(engine, judged.analysis.file, judged.settings, spanOf(range, lines));
    if ('refused' in hardened) {
      const message = `Not changed: ${plainText(sentence(hardened.refused))}`;
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
      return null;
    }
    const edit = await workspaceEdit(server, judged, new Map([[judged.uri, hardened.edits]]));
    if (edit) await connection.workspace.applyEdit({ label: 'Harden to Pod Security restricted', edit });
    if (edit && hardened.remaining.length > 0) {
      const message = `Left to do by hand: ${plainText(sentence(hardened.remaining.join('; ')))}`;
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
    }
    return null;
  });
}

/** Asks the client to ask again: a setting changed. */
export function refreshCodeLens({ connection, client }: ServerContext): void {
  if (client.refreshesCodeLens) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
}

function titleOf({ level, toRestricted }: WorkloadLevel): string {
  if (toRestricted === 0) return `Pod Security: ${level}`;
  return `Pod Security: ${level} · ${toRestricted} ${toRestricted === 1 ? 'fix' : 'fixes'} from restricted`;
}

function isRange(value: unknown): value is WireRange {
  const { start, end } = (typeof value === 'object' && value !== null ? value : {}) as Partial<WireRange>;
  return [start?.line, start?.character, end?.line, end?.character].every((n) => Number.isInteger(n));
}
