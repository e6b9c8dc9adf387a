import { type CodeLens, CodeLensRefreshRequest } from 'vscode-languageserver';
import type { WorkloadLevel } from '../../analysis/api.ts';
import { rangeOf } from '../convert.ts';
import { HardenWorkloadCommand } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import type { Configuration } from './configuration.ts';

/**
 * `textDocument/codeLens`, where the setting asks for it: above each workload the Pod Security level it reaches; a click fixes what
 * can be fixed of what keeps it out of *restricted* (`workspace/executeCommand`).
 */
export function offerCodeLens(server: ServerContext, configuration: Configuration): void {
  const { connection, session } = server;
  const { context } = session.doors;
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
}

/** Asks the client to ask again: a setting changed. */
export function refreshCodeLens({ connection, client }: ServerContext): void {
  if (client.refreshesCodeLens) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
}

function titleOf({ level, toRestricted }: WorkloadLevel): string {
  if (toRestricted === 0) return `Pod Security: ${level}`;
  return `Pod Security: ${level} · ${toRestricted} ${toRestricted === 1 ? 'fix' : 'fixes'} from restricted`;
}
