import * as vscode from 'vscode';
import { type Equivalents, isToldBy, type Told } from './same-findings.ts';

/** Other extensions publish in bursts; what comes within so many milliseconds is looked at together. */
const BURST = 200;
const SOURCE = 'seaworthy';

/** What is needed of the language client: where diagnostics are shown, and the table of equal checks. */
export interface DiagnosticsTarget {
  show(uri: vscode.Uri, diagnostics: vscode.Diagnostic[]): void;
  equivalents(): Promise<Equivalents>;
}

/**
 * Leaves out of Problems what another extension tells in the same line, where the user has such an extension (`avoidDuplicates`). The
 * view of findings keeps all. The table of equal checks is asked for when another extension's diagnostic is seen in a file of ours.
 */
export class Duplicates implements vscode.Disposable {
  private readonly target: DiagnosticsTarget;
  /** What the server told last of each file, whole. */
  private readonly told = new Map<string, { readonly uri: vscode.Uri; readonly diagnostics: readonly vscode.Diagnostic[] }>();
  private readonly shown = new Map<string, number>();
  private readonly waiting = new Map<string, vscode.Uri>();
  private readonly subscriptions: vscode.Disposable[];
  private equivalents: Equivalents | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(target: DiagnosticsTarget) {
    this.target = target;
    this.subscriptions = [
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.look(uris)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('seaworthy.avoidDuplicates')) this.look([...this.told.values()].map(({ uri }) => uri));
      }),
    ];
  }

  /** Takes what the server tells of a file, and gives what of it is shown now. */
  take(uri: vscode.Uri, diagnostics: vscode.Diagnostic[]): vscode.Diagnostic[] {
    if (diagnostics.length === 0) this.told.delete(uri.toString());
    else this.told.set(uri.toString(), { uri, diagnostics });
    const left = this.without(uri, diagnostics);
    this.shown.set(uri.toString(), left.length);
    return left;
  }

  private look(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) if (this.told.has(uri.toString())) this.waiting.set(uri.toString(), uri);
    if (this.waiting.size > 0) this.timer ??= setTimeout(() => void this.update(), BURST);
  }

  private async update(): Promise<void> {
    this.timer = undefined;
    const uris = [...this.waiting.values()];
    this.waiting.clear();
    if (this.equivalents === undefined && uris.some((uri) => othersOf(uri).length > 0)) {
      this.equivalents = await this.target.equivalents().catch(() => undefined);
    }
    for (const uri of uris) {
      const told = this.told.get(uri.toString());
      if (told === undefined) continue;
      const left = this.without(uri, told.diagnostics);
      // Showing anything makes this be called again: the same is not shown twice.
      if (left.length === this.shown.get(uri.toString())) continue;
      this.shown.set(uri.toString(), left.length);
      this.target.show(uri, left);
    }
  }

  private without(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
    const { equivalents } = this;
    const wanted = vscode.workspace.getConfiguration('seaworthy', uri).get('avoidDuplicates', true);
    const others = wanted && equivalents !== undefined ? othersOf(uri) : [];
    if (equivalents === undefined || others.length === 0) return [...diagnostics];
    return diagnostics.filter((one) => !isToldBy(codeOf(one), one.range.start.line, others, equivalents));
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

function othersOf(uri: vscode.Uri): Told[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source !== undefined && source !== SOURCE)
    .map((one) => ({ source: one.source ?? '', code: codeOf(one), line: one.range.start.line }));
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String((typeof code === 'object' ? code.value : code) ?? '');
}
