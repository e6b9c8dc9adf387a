import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  FindingsNotification,
  type FindingsParams,
  StatusNotification,
  type StatusParams,
} from '../../server/src/lsp/protocol.ts';
import { type ClientFactory, setUpClient } from './client.ts';
import { startsServer } from './documents.ts';
import type { FindingsStore } from './findings-store.ts';

/** `stopped`: the server crashed too often or could not be started. */
export type SessionState = 'idle' | 'starting' | 'running' | 'stopped';

/** The language server: started when the first file that needs it is seen; after a failure, only when a command asks again. */
export class Session implements vscode.Disposable {
  private readonly context: vscode.ExtensionContext;
  private readonly log: vscode.LogOutputChannel;
  private readonly createClient: ClientFactory;
  private readonly store: FindingsStore;
  private readonly waiting: vscode.Disposable[] = [];
  private readonly stateChanged = new vscode.EventEmitter<SessionState>();
  private readonly statusReceived = new vscode.EventEmitter<StatusParams>();
  private started: Promise<BaseLanguageClient | undefined> | undefined;
  private current: SessionState = 'idle';
  readonly onDidChangeState = this.stateChanged.event;
  readonly onDidReceiveStatus = this.statusReceived.event;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel, createClient: ClientFactory, store: FindingsStore) {
    this.context = context;
    this.log = log;
    this.createClient = createClient;
    this.store = store;
  }

  get state(): SessionState {
    return this.current;
  }

  /** Starts the server now if a document that needs it is open, otherwise as soon as one is. */
  watchDocuments(): void {
    const check = (document: vscode.TextDocument): void => {
      if (this.started === undefined && startsServer(document)) void this.start();
    };
    this.waiting.push(
      vscode.workspace.onDidOpenTextDocument(check),
      vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('seaworthy.enable')) vscode.workspace.textDocuments.forEach(check);
      }),
    );
    vscode.workspace.textDocuments.forEach(check);
  }

  /** The running client; undefined when the server can't be started. */
  start(): Promise<BaseLanguageClient | undefined> {
    this.started ??= this.launch();
    return this.started;
  }

  private async launch(): Promise<BaseLanguageClient | undefined> {
    for (const waiting of this.waiting.splice(0)) waiting.dispose();
    this.setState('starting');
    const client = setUpClient(this.context, this.log, this.createClient, () => {
      this.started = undefined;
      this.setState('stopped');
    });
    client.onDidChangeState(({ newState }) => {
      // VS Code's client drops its diagnostics with the server; the tree must not keep what Problems no longer shows.
      if (newState === State.Stopped) this.store.clear();
    });
    client.onNotification(FindingsNotification, (params: FindingsParams) => this.store.update(params));
    client.onNotification(StatusNotification, (params: StatusParams) => this.statusReceived.fire(params));
    this.context.subscriptions.push(client);
    try {
      await client.start();
      this.setState('running');
      return client;
    } catch (error) {
      this.log.error(`The server could not be started: ${String(error)}`);
      this.started = undefined;
      this.setState('stopped');
      return undefined;
    }
  }

  private setState(state: SessionState): void {
    this.current = state;
    this.stateChanged.fire(state);
  }

  dispose(): void {
    for (const waiting of this.waiting) waiting.dispose();
    this.stateChanged.dispose();
    this.statusReceived.dispose();
  }
}
