import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionTriggerKind,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createServer } from '../../../server/src/lsp/connection.ts';
import type { FindingsParams, WireFinding } from '../../../server/src/lsp/protocol.ts';
import { FindingsNotification } from '../../../server/src/lsp/protocol.ts';
import type { AnalysisDoors } from '../../../server/src/workspace/analysis-doors.ts';
import type { Host } from '../../../server/src/workspace/host.ts';
import { FakeClock } from './fake-clock.ts';
import { MemoryFiles } from './memory-files.ts';
import { toyDoors } from './toy-engine.ts';

/** What VS Code says it can do, as far as the server asks. */
export const FULL_CAPABILITIES: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true }, workspaceFolders: true, configuration: false },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      versionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      isPreferredSupport: true,
      disabledSupport: true,
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

export interface HarnessOptions {
  readonly files?: MemoryFiles;
  readonly clock?: FakeClock;
  readonly doors?: AnalysisDoors;
  readonly folders?: readonly string[] | null;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answers `workspace/configuration`. */
  readonly configurationFor?: (scope: string | undefined) => unknown;
}

/** A scripted client and a server, talking over two streams in memory. */
export class Harness {
  readonly client: ProtocolConnection;
  readonly files: MemoryFiles;
  readonly clock: FakeClock;
  readonly log: string[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  readonly tree = new Map<string, readonly WireFinding[]>();
  initialized!: InitializeResult;
  #waiting: (() => void)[] = [];

  private constructor(client: ProtocolConnection, files: MemoryFiles, clock: FakeClock) {
    this.client = client;
    this.files = files;
    this.clock = clock;
  }

  static async start(options: HarnessOptions = {}): Promise<Harness> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const clock = options.clock ?? new FakeClock();
    const harness = new Harness(client, options.files ?? new MemoryFiles(), clock);
    const tell = (message: string) => void harness.log.push(message);
    const host: Host = { files: harness.files, clock, log: { error: tell, warn: tell, info: tell } };
    const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    createServer(connection, host, options.doors ?? toyDoors(clock));
    connection.listen();

    client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      harness.published.push(params);
      harness.#wake();
    });
    client.onNotification(FindingsNotification, ({ files }: FindingsParams) => {
      for (const { uri, findings } of files) harness.tree.set(uri, findings);
      harness.#wake();
    });
    client.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map((item) => options.configurationFor?.(item.scopeUri) ?? null),
    );
    client.onRequest('client/registerCapability', () => null);
    client.listen();
    const folders = options.folders === undefined ? ['file:///w'] : options.folders;
    const params: InitializeParams = {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? FULL_CAPABILITIES,
      workspaceFolders: folders?.map((uri) => ({ uri, name: uri })) ?? null,
      initializationOptions: options.initializationOptions,
    };
    harness.initialized = await client.sendRequest<InitializeResult>('initialize', params);
    await client.sendNotification('initialized', {});
    return harness;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** Waits until `condition` gives something; checked whenever the server said something. */
  async until<T>(condition: () => T | undefined, milliseconds = 5_000): Promise<T> {
    const end = Date.now() + milliseconds;
    for (;;) {
      const value = condition();
      if (value !== undefined) return value;
      if (Date.now() > end) throw new Error('waited in vain');
      await Promise.race([
        new Promise<void>((resolve) => this.#waiting.push(resolve)),
        new Promise((resolve) => setTimeout(resolve, 20)),
      ]);
    }
  }

  /** Lets everything that is under way and needs no clock come to its end: the server's answer is behind all before it. */
  async settle(): Promise<void> {
    for (let i = 0; i < 3; i++) {
      await this.client.sendRequest('textDocument/hover', {
        textDocument: { uri: 'untitled:nothing' },
        position: { line: 0, character: 0 },
      });
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  async open(uri: string, text: string, languageId = 'yaml', version = 1): Promise<Document> {
    await this.client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
    return new Document(this, TextDocument.create(uri, languageId, version, text));
  }

  async filesChanged(...changes: { uri: string; type: 1 | 2 | 3 }[]): Promise<void> {
    await this.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** What Problems shows for a file now. */
  shown(uri: string): readonly Diagnostic[] {
    return this.published.findLast((p) => p.uri === uri)?.diagnostics ?? [];
  }

  codesOf(uri: string): (string | number | undefined)[] {
    return this.shown(uri).map((d) => d.code);
  }

  /** The diagnostics of a version, once they are published. */
  diagnostics(uri: string, version: number): Promise<readonly Diagnostic[]> {
    return this.until(() => this.published.findLast((p) => p.uri === uri && p.version === version)?.diagnostics);
  }

  async actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked, ...(only && { only }) };
    return (
      (await this.client.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context,
      })) ?? []
    );
  }

  async dispose(): Promise<void> {
    await this.client.sendRequest('shutdown');
    this.client.dispose();
  }
}

/** A document as the client holds it. */
export class Document {
  readonly #harness: Harness;
  #document: TextDocument;

  constructor(harness: Harness, document: TextDocument) {
    this.#harness = harness;
    this.#document = document;
  }

  get text(): string {
    return this.#document.getText();
  }

  get version(): number {
    return this.#document.version;
  }

  /** Where a token stands, as a range; the n-th, from 0. */
  rangeOf(token: string, occurrence = 0): Range {
    let start = -1;
    for (let i = 0; i <= occurrence; i++) start = this.text.indexOf(token, start + 1);
    if (start < 0) throw new Error(`no ${token}`);
    return { start: this.#document.positionAt(start), end: this.#document.positionAt(start + token.length) };
  }

  /** Replaces a range, as an incremental change. */
  async replace(range: Range, text: string): Promise<void> {
    const change = { range, text };
    this.#document = TextDocument.update(this.#document, [change], this.version + 1);
    const textDocument = { uri: this.#document.uri, version: this.version };
    await this.#harness.client.sendNotification('textDocument/didChange', { textDocument, contentChanges: [change] });
  }

  async insertBefore(token: string, text: string): Promise<void> {
    const { start } = this.rangeOf(token);
    await this.replace({ start, end: start }, text);
  }

  diagnostics(): Promise<readonly Diagnostic[]> {
    return this.#harness.diagnostics(this.#document.uri, this.version);
  }

  /** The text under a range. */
  at(range: Range): string {
    return this.#document.getText(range);
  }

  /** The text after an edit, which must be for this version. */
  after(edit: WorkspaceEdit | undefined): string {
    const change = edit?.documentChanges?.find(
      (c): c is TextDocumentEdit => 'textDocument' in c && c.textDocument.uri === this.#document.uri,
    );
    if (!change) throw new Error('the edit does not touch this document');
    if (change.textDocument.version !== this.version)
      throw new Error(`an edit for version ${change.textDocument.version}, not ${this.version}`);
    return TextDocument.applyEdits(this.#document, change.edits as { range: Range; newText: string }[]);
  }
}
