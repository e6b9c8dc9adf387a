import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import {
  EquivalentsRequest,
  type EquivalentsResult,
  type InitializationOptions,
  type ListFilesParams,
  ListFilesRequest,
  type ReadFileParams,
  ReadFileRequest,
} from '../../server/src/lsp/protocol.ts';
import { OPEN_RULE } from './commands/ids.ts';
import { documentSelector } from './documents.ts';
import { Duplicates } from './duplicates.ts';
import { listFiles, readFile } from './host-files.ts';
import { pageBase, pageLink } from './rule-pages.ts';

/** What differs between the desktop and the web: how the server is started. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** Restarts in so many minutes before the client gives up and says so in the status item. */
const MAX_RESTARTS = 4;
const RESTART_WINDOW_MS = 3 * 60_000;

/** The files whose changes on disk the server wants to hear of. */
const WATCHED = [
  '**/*.{yaml,yml,json}',
  '**/{Dockerfile,dockerfile,Containerfile,containerfile}*',
  '**/*.{Dockerfile,dockerfile,Containerfile,containerfile}',
  '**/.env',
];

/** A language client that is set up but not started. `onGone` is called when the server is gone for good. */
export function setUpClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  createClient: ClientFactory,
  onGone: () => void,
): BaseLanguageClient {
  const watchers = WATCHED.map((pattern) => vscode.workspace.createFileSystemWatcher(pattern));
  context.subscriptions.push(...watchers);
  const base = pageBase(context.extensionUri);
  const initializationOptions: InitializationOptions = {
    pageBase: base,
    commands: true,
    l10n: vscode.l10n.bundle,
    settings: JSON.parse(JSON.stringify(vscode.workspace.getConfiguration('seaworthy'))),
  };
  const duplicates = new Duplicates({
    show: (uri, diagnostics) => client.diagnostics?.set(uri, diagnostics),
    equivalents: async () => (await client.sendRequest<EquivalentsResult>(EquivalentsRequest)).rules,
  });
  context.subscriptions.push(duplicates);
  const client: BaseLanguageClient = createClient({
    documentSelector: documentSelector(),
    diagnosticCollectionName: 'seaworthy',
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    initializationFailedHandler: (error) => {
      log.error(String(error));
      return false;
    },
    errorHandler: quietErrorHandler(log, onGone),
    synchronize: { configurationSection: 'seaworthy', fileEvents: watchers },
    markdown: { isTrusted: { enabledCommands: [OPEN_RULE] }, supportThemeIcons: true },
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => {
        for (const diagnostic of diagnostics) linkToPage(diagnostic, base);
        next(uri, duplicates.take(uri, diagnostics));
      },
      // What has its command already has no edit to wait for. VS Code forgets the command when the menu's place gets new actions.
      resolveCodeAction: (action, token, next) => (action.command === undefined ? next(action, token) : action),
    },
  });
  client.onRequest(ReadFileRequest, (params: ReadFileParams) => readFile(params));
  client.onRequest(ListFilesRequest, (params: ListFilesParams, token: vscode.CancellationToken) => listFiles(params, token));
  return client;
}

/** The page is linked where VS Code shows it rendered. */
function linkToPage(diagnostic: vscode.Diagnostic, base: string): void {
  if (typeof diagnostic.code !== 'object') return;
  const target = pageLink(diagnostic.code.target.toString(), base);
  if (target !== undefined) diagnostic.code = { value: diagnostic.code.value, target };
}

/** The default handler tells the user of each crash in a message box; this one restarts, logs, and leaves a status. */
function quietErrorHandler(log: vscode.LogOutputChannel, onGone: () => void): NonNullable<LanguageClientOptions['errorHandler']> {
  const restarts: number[] = [];
  return {
    error: (error) => {
      log.error(String(error));
      return { action: ErrorAction.Continue, handled: true };
    },
    closed: () => {
      const now = Date.now();
      restarts.push(now);
      if (restarts.filter((time) => now - time < RESTART_WINDOW_MS).length <= MAX_RESTARTS) {
        log.warn('The server stopped unexpectedly and is started again.');
        return { action: CloseAction.Restart, handled: true };
      }
      log.error('The server stopped too often and is not started again.');
      onGone();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
