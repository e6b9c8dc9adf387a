import * as vscode from 'vscode';
import { PageFrameRequest, type PageFrameResult, type WireFinding } from '../../server/src/lsp/protocol.ts';
import type { ClientFactory } from './client.ts';
import { registerCommands } from './commands/index.ts';
import { FindingsStore } from './findings-store.ts';
import { GitChanges } from './git.ts';
import { registerPages } from './rule-pages.ts';
import { Scanner } from './scan.ts';
import { registerScanTask } from './scan-task.ts';
import { Session } from './session.ts';
import { Silenced } from './silenced.ts';
import { Status } from './status.ts';
import { FindingsView } from './tree/view.ts';
import { ViewState } from './view-state.ts';

/** What other extensions get: the findings, to read. */
export interface SeaworthyApi {
  /** The findings of one file, or of all files by URI. */
  getFindings(uri: vscode.Uri): readonly WireFinding[];
  getFindings(): ReadonlyMap<string, readonly WireFinding[]>;
  /** With the URIs of the files whose findings changed. */
  readonly onDidChangeFindings: vscode.Event<readonly string[]>;
}

/** What the server knows of a rule's page; undefined when there is no server. */
async function pageFrameOf(session: Session, rule: string): Promise<PageFrameResult | null | undefined> {
  return (await session.start())?.sendRequest<PageFrameResult | null>(PageFrameRequest, { rule });
}

/** Puts the extension together; the server starts only when a document or a command needs it. */
export function activateWith(context: vscode.ExtensionContext, createClient: ClientFactory): SeaworthyApi {
  const log = vscode.window.createOutputChannel('Seaworthy', { log: true });
  const store = new FindingsStore();
  const state = new ViewState(context.workspaceState);
  const session = new Session(context, log, createClient, store);
  const scanner = new Scanner(session, log);
  const silenced = new Silenced(session, store, state, scanner);
  const git = new GitChanges();
  const view = new FindingsView({ session, store, state, scanner, silenced, git });
  const status = new Status(session, scanner);
  const version = String(context.extension.packageJSON.version);
  const commands = registerCommands({ extensionUri: context.extensionUri, version, log, session, store, state, scanner, view });
  context.subscriptions.push(
    log,
    store,
    state,
    session,
    scanner,
    silenced,
    git,
    view,
    status,
    commands,
    registerPages(context.extensionUri, (rule) => pageFrameOf(session, rule)),
    registerScanTask({ session, scanner, version }),
  );
  session.watchDocuments();
  // VS Code opens a walkthrough that is there when an extension is installed; this one waits to be opened.
  void vscode.commands.executeCommand('setContext', 'seaworthy.started', true);

  function getFindings(uri: vscode.Uri): readonly WireFinding[];
  function getFindings(): ReadonlyMap<string, readonly WireFinding[]>;
  function getFindings(uri?: vscode.Uri): readonly WireFinding[] | ReadonlyMap<string, readonly WireFinding[]> {
    return uri === undefined ? new Map(store.all().map(({ uri: file, findings }) => [file, findings])) : store.of(uri);
  }
  return { getFindings, onDidChangeFindings: store.onDidChange };
}
