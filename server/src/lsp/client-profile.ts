import type { ClientCapabilities, DiagnosticTag, InitializeParams } from 'vscode-languageserver';
import { type Localise, localiser } from './localise.ts';
import type { InitializationOptions } from './protocol.ts';

/** What the client on the other side can do, asked once at the start. */
export interface ClientProfile {
  readonly options: InitializationOptions;
  /** Our words in the client's language. */
  readonly localise: Localise;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly tags: readonly DiagnosticTag[];
  readonly documentChanges: boolean;
  /** Makes files that an edit asks for. */
  readonly createsFiles: boolean;
  /** Lets the user look at edits that ask for it before they are made. */
  readonly annotatesEdits: boolean;
  /** Takes code actions as such; a client without takes commands only, and gets none. */
  readonly codeActions: boolean;
  readonly disabledActions: boolean;
  readonly preferredActions: boolean;
  /** Asks for an action's edit only when it is chosen. */
  readonly resolvesActions: boolean;
  readonly markdownHover: boolean;
  /** Shows a diagnostic's message and related places above our hover, as VS Code does: repeating them would say all twice. */
  readonly diagnosticsInHover: boolean;
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly folderChanges: boolean;
  /** Makes edits that the server asks for. */
  readonly appliesEdits: boolean;
  readonly refreshesCodeLens: boolean;
  readonly refreshesInlayHints: boolean;
}

/** Reads the client's capabilities and its own options; what it does not say it can't do. */
export function clientProfile(params: InitializeParams): ClientProfile {
  const { workspace, textDocument }: ClientCapabilities = params.capabilities;
  const given = params.initializationOptions as unknown;
  const options: InitializationOptions = typeof given === 'object' && given !== null ? { ...given } : {};
  const { publishDiagnostics, codeAction, hover } = textDocument ?? {};
  const resolves = codeAction?.resolveSupport?.properties ?? [];
  return {
    options,
    localise: localiser(options.l10n),
    relatedInformation: publishDiagnostics?.relatedInformation === true,
    codeDescription: publishDiagnostics?.codeDescriptionSupport === true,
    tags: publishDiagnostics?.tagSupport?.valueSet ?? [],
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    annotatesEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    codeActions: codeAction?.codeActionLiteralSupport !== undefined,
    disabledActions: codeAction?.disabledSupport === true,
    preferredActions: codeAction?.isPreferredSupport === true,
    resolvesActions:
      codeAction?.dataSupport === true &&
      resolves.includes('edit') &&
      (options.commands !== true || resolves.includes('command')),
    markdownHover: hover?.contentFormat?.includes('markdown') === true,
    diagnosticsInHover: options.commands === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true && options.commands !== true,
    folderChanges: workspace?.workspaceFolders === true,
    appliesEdits: workspace?.applyEdit === true,
    refreshesCodeLens: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
  };
}

/** The URI of a rule's page; undefined when the client did not say where pages are. */
export function pageUri(options: InitializationOptions, rule: string): string | undefined {
  return options.pageBase === undefined ? undefined : `${options.pageBase}/${rule}.md`;
}
