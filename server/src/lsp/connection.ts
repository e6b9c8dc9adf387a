import { type Connection, type InitializeResult, PositionEncodingKind, TextDocumentSyncKind } from 'vscode-languageserver';
import type { AnalysisDoors } from '../workspace/analysis-doors.ts';
import type { Host } from '../workspace/host.ts';
import { Session } from '../workspace/session.ts';
import { type ClientProfile, clientProfile } from './client-profile.ts';
import { offerBulkFix } from './features/bulk-fix.ts';
import { CODE_ACTION_KINDS, offerCodeActions } from './features/code-action.ts';
import { offerCodeLens } from './features/code-lens.ts';
import { offerCommands, SERVER_COMMANDS } from './features/commands.ts';
import { COMPLETION_TRIGGERS, offerCompletion } from './features/completion.ts';
import { Configuration, followConfiguration } from './features/configuration.ts';
import { publishDiagnostics } from './features/diagnostics.ts';
import { followDocuments } from './features/documents.ts';
import { offerEquivalents } from './features/equivalents.ts';
import { offerFindingEdit } from './features/finding-edit.ts';
import { FindingsFeed } from './features/findings.ts';
import { offerFixAll } from './features/fix-all.ts';
import { followFolders, initialFolders } from './features/folders.ts';
import { offerHover } from './features/hover.ts';
import { offerIgnoreScopes } from './features/ignore-scopes.ts';
import { offerInlayHints } from './features/inlay-hint.ts';
import { offerPageFrame } from './features/page-frame.ts';
import { offerProjectEdit } from './features/project-edit.ts';
import { offerReport } from './features/report.ts';
import { offerRules } from './features/rules.ts';
import { offerScan } from './features/scan.ts';
import { reportStatus } from './features/status.ts';
import { offerSuppressed } from './features/suppressed.ts';
import { followWatchedFiles } from './features/watched-files.ts';
import { ServerContext } from './server-context.ts';

/** Puts the language server on a connection; the caller makes the connection listen. */
export function createServer(connection: Connection, host: Host, doors: AnalysisDoors): void {
  const configuration = new Configuration();
  const session = new Session(host, doors, (uri) => configuration.settingsOf(uri));
  let server: ServerContext | undefined;

  connection.onInitialize((params) => {
    const client = clientProfile(params);
    session.folders = initialFolders(params);
    server = new ServerContext(connection, session, client);
    configuration.attach(server);
    const feed = client.options.commands === true ? new FindingsFeed(server) : undefined;
    publishDiagnostics(server);
    if (client.options.commands === true) reportStatus(server);
    followDocuments(server);
    offerHover(server);
    offerCodeActions(server);
    offerCodeLens(server, configuration);
    offerCommands(server);
    offerInlayHints(server, configuration);
    offerReport(server);
    offerPageFrame(server);
    offerEquivalents(server);
    offerScan(server, feed);
    offerSuppressed(server);
    offerFindingEdit(server);
    offerIgnoreScopes(server);
    offerFixAll(server);
    offerBulkFix(server);
    offerProjectEdit(server);
    offerRules(server);
    offerCompletion(server);
    connection.onShutdown(() => {
      feed?.dispose();
      session.dispose();
    });
    return capabilitiesFor(client);
  });

  connection.onInitialized(() => {
    if (!server) return;
    followConfiguration(server, configuration);
    followFolders(server, configuration);
    followWatchedFiles(server);
  });
}

function capabilitiesFor(client: ClientProfile): InitializeResult {
  return {
    serverInfo: { name: 'seaworthy' },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      hoverProvider: true,
      completionProvider: { resolveProvider: true, triggerCharacters: COMPLETION_TRIGGERS },
      codeLensProvider: {},
      inlayHintProvider: true,
      executeCommandProvider: { commands: [...SERVER_COMMANDS] },
      codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS, resolveProvider: client.resolvesActions },
      workspace: { workspaceFolders: { supported: true, changeNotifications: client.folderChanges } },
    },
  };
}
