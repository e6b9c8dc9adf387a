import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { ClientFiles } from '../host/client-fs.ts';
import { nodeHost } from '../host/node.ts';
import { engineDoors } from '../workspace/engine-doors.ts';
import { createServer } from './connection.ts';
import { clientLog } from './log.ts';

/**
 * Runs the language server on the transport that the process's arguments name (`--stdio`, `--node-ipc`, `--socket=PORT`,
 * `--pipe=NAME`) until the client says goodbye.
 */
export function runServer(): Promise<void> {
  const connection = createConnection(ProposedFeatures.all);
  createServer(connection, nodeHost(clientLog(connection.console), new ClientFiles(connection)), engineDoors());
  connection.listen();
  return new Promise((resolve) => connection.onExit(resolve));
}
