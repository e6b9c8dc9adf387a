import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { browserHost } from '../host/browser.ts';
import { engineDoors } from '../workspace/engine-doors.ts';
import { createServer } from './connection.ts';
import { clientLog } from './log.ts';

/** Runs the language server in a worker, whose global scope is the port to whoever started it. */
export function runServer(): void {
  const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
  const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port));
  createServer(connection, browserHost(clientLog(connection.console), connection), engineDoors());
  connection.listen();
}
