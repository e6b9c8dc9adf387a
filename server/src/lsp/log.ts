import type { RemoteConsole } from 'vscode-languageserver';
import type { Logger } from '../workspace/host.ts';

/** The client's log, as `window/logMessage`: standard output belongs to the protocol. */
export function clientLog(console: RemoteConsole): Logger {
  return {
    error: (message) => console.error(message),
    warn: (message) => console.warn(message),
    info: (message) => console.info(message),
  };
}
