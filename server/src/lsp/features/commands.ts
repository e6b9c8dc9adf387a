import type { ExecuteCommandParams } from 'vscode-languageserver';
import { CheckCommand, HardenWorkloadCommand } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import { hardenWorkload } from './harden.ts';

/** Commands that the server carries out itself, for any client. */
export const SERVER_COMMANDS: readonly string[] = [HardenWorkloadCommand, CheckCommand];

/** `workspace/executeCommand`: the first argument is the URI of the file that a command is for. */
export function offerCommands(server: ServerContext): void {
  server.connection.onExecuteCommand(async ({ command, arguments: given }: ExecuteCommandParams): Promise<null> => {
    const [uri, range] = (given ?? []) as unknown[];
    if (typeof uri !== 'string') return null;
    if (command === HardenWorkloadCommand) await hardenWorkload(server, uri, range);
    if (command === CheckCommand) await server.session.check(uri);
    return null;
  });
}
