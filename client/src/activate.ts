import * as vscode from 'vscode';
import type { WireFinding } from '../../server/src/lsp/protocol.ts';
import type { ClientFactory } from './client.ts';
import { registerCommands } from './commands/index.ts';
import { FindingsStore } from './findings-store.ts';
import { registerPages } from './rule-pages.ts';
import { Scanner } from './scan.ts';
import { Session } from './session.ts';
import { Status } from './status.ts';
import { FindingsView } from './tree/view.ts';
import { ViewState } from './view-state.ts';

/** What other extensions get: the findings, to read. */
export interface SeaworthyApi {
  /** The findings of one file, or of all files by URI. */
  getFindings(uri: vscode.Uri): readonly WireFinding[];
  getFindings(): ReadonlyMap<string, readonly WireFinding[]>;
  readonly onDidChangeFindings: vscode.Event<void>;
}

/** Puts the extension together; the server starts only when a document or a command needs it. */
export function activateWith(context: vscode.ExtensionContext, createClient: ClientFactory): SeaworthyApi {
  const log = vscode.window.createOutputChannel('Seaworthy', { log: true });
  const store = new FindingsStore();
  const state = new ViewState(context.workspaceState);
  const session = new Session(context, log, createClient, store);
  const scanner = new Scanner(session, log);
  const view = new FindingsView(store, state, scanner);
  const status = new Status(session, scanner);
  const commands = registerCommands({ extensionUri: context.extensionUri, log, session, store, state, scanner, view });
  context.subscriptions.push(log, store, state, session, scanner, view, status, commands, registerPages(context.extensionUri));
  session.watchDocuments();

  function getFindings(uri: vscode.Uri): readonly WireFinding[];
  function getFindings(): ReadonlyMap<string, readonly WireFinding[]>;
  function getFindings(uri?: vscode.Uri): readonly WireFinding[] | ReadonlyMap<string, readonly WireFinding[]> {
    return uri === undefined ? new Map(store.all().map(({ uri: file, findings }) => [file, findings])) : store.of(uri);
  }
  return { getFindings, onDidChangeFindings: store.onDidChange };
}
