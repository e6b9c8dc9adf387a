import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { activateWith, type SeaworthyApi } from './activate.ts';

/** The web extension: the server is a worker, and reads files through the client. */
export function activate(context: vscode.ExtensionContext): SeaworthyApi {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
  return activateWith(context, (options) => {
    // VS Code's web host has a Worker of its own making, which the client's own test for a Worker does not recognise.
    const startWorker = async (): Promise<MessageTransports> => {
      const worker = new Worker(script, { name: 'seaworthy' });
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return new QuietClient('seaworthy', 'Seaworthy', startWorker, options);
  });
}

/** Logs what the base class would also put into message boxes. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
