import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type SeaworthyApi } from './activate.ts';

/** The desktop and remote extension: the server is a Node process. */
export function activate(context: vscode.ExtensionContext): SeaworthyApi {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6017'] } },
  };
  return activateWith(context, (options) => new QuietClient('seaworthy', 'Seaworthy', server, options));
}

/** Logs what the base class would also put into message boxes. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
