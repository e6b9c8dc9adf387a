import * as vscode from 'vscode';
import type { StatusParams } from '../../server/src/lsp/protocol.ts';
import { documentSelector } from './documents.ts';
import type { Scanner } from './scan.ts';
import type { Session } from './session.ts';
import { SEVERITY_ORDER } from './tree/model.ts';
import { VIEW_ID } from './tree/view.ts';
import { countsText, durationText, findingsText } from './words.ts';

/** The language status of the active file; there is none for files that are not ours. */
export class Status implements vscode.Disposable {
  private readonly session: Session;
  private readonly scanner: Scanner;
  private readonly byFile = new Map<string, StatusParams>();
  private readonly subscriptions: vscode.Disposable[];
  private item: vscode.LanguageStatusItem | undefined;

  constructor(session: Session, scanner: Scanner) {
    this.session = session;
    this.scanner = scanner;
    this.subscriptions = [
      session.onDidReceiveStatus((status) => {
        this.byFile.set(vscode.Uri.parse(status.uri).toString(), status);
        this.refresh();
      }),
      session.onDidChangeState(() => this.refresh()),
      scanner.onDidChange(() => this.refresh()),
      vscode.window.onDidChangeActiveTextEditor(() => this.refresh()),
      vscode.workspace.onDidCloseTextDocument((document) => this.byFile.delete(document.uri.toString())),
    ];
  }

  private refresh(): void {
    const status = this.byFile.get(vscode.window.activeTextEditor?.document.uri.toString() ?? '');
    const stopped = this.session.state === 'stopped';
    if (!stopped && (status === undefined || status.kind === null)) {
      this.item?.dispose();
      this.item = undefined;
      return;
    }
    this.item ??= vscode.languages.createLanguageStatusItem('seaworthy.status', documentSelector());
    this.item.name = 'Seaworthy';
    this.item.busy = this.scanner.state.type === 'running';
    if (stopped) showStopped(this.item);
    else if (status !== undefined) showStatus(this.item, status);
  }

  dispose(): void {
    this.item?.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

const NO_COUNTS: StatusParams['counts'] = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

function showStatus(item: vscode.LanguageStatusItem, status: StatusParams): void {
  const total = SEVERITY_ORDER.reduce((sum, severity) => sum + status.counts[severity], 0);
  const { critical, high, medium } = status.counts;
  // All counts together are wider than the pop-up is; the view has them.
  const urgent = countsText({ ...NO_COUNTS, critical, high });
  const all = total === 0 ? vscode.l10n.t('No findings') : findingsText(total);
  item.text = `$(shield) ${urgent === '' ? all : urgent}`;
  item.detail = [...(urgent === '' ? [] : [all]), kindName(status.kind), durationText(status.milliseconds)].join(' · ');
  item.severity = vscode.LanguageStatusSeverity[critical + high > 0 ? 'Error' : medium > 0 ? 'Warning' : 'Information'];
  item.command = { command: `${VIEW_ID}.focus`, title: vscode.l10n.t('Show Findings') };
  item.accessibilityInformation = {
    label: `Seaworthy: ${findingsText(total)}${total === 0 ? '' : `, ${countsText(status.counts)}`}`,
  };
}

function showStopped(item: vscode.LanguageStatusItem): void {
  item.text = `$(shield) ${vscode.l10n.t('Not running')}`;
  item.detail = vscode.l10n.t('The language server stopped.');
  item.severity = vscode.LanguageStatusSeverity.Error;
  item.command = { command: 'seaworthy.showOutput', title: vscode.l10n.t('Show Output') };
}

function kindName(kind: string | null): string {
  switch (kind) {
    case 'dockerfile':
      return 'Dockerfile';
    case 'compose':
      return 'Compose';
    case 'kubernetes':
      return 'Kubernetes';
    default:
      return 'Seaworthy';
  }
}
