import * as vscode from 'vscode';
import { ExplainRequest } from '../../../server/src/lsp/protocol.ts';
import type { FindingsStore } from '../findings-store.ts';
import type { GitChanges } from '../git.ts';
import type { Scanner, ScanState } from '../scan.ts';
import type { Session } from '../session.ts';
import type { Silenced } from '../silenced.ts';
import type { ViewState } from '../view-state.ts';
import { durationText, filtersText, findingsText, severityName } from '../words.ts';
import { buildTree } from './build.ts';
import { Follower } from './follower.ts';
import {
  type FindingNode,
  isFiltering,
  type MoreNode,
  PAGE_SIZE,
  SEVERITY_ORDER,
  type Severity,
  type Tree,
  type TreeNode,
} from './model.ts';
import { FindingsProvider } from './provider.ts';

export const VIEW_ID = 'seaworthy.findings';

/** Publications come in bursts while typing and scanning; what comes within so many milliseconds is shown together. */
const BURST = 50;

/**
 * Milliseconds between two refreshes, at least. VS Code shows a tree's changes when there was none for 200 ms: in a scan that
 * refreshed more often, the tree and its message would stand still until the end.
 */
const REFRESH_INTERVAL = 300;

/** Where the view has what it shows from. */
export interface ViewSources {
  readonly session: Session;
  readonly store: FindingsStore;
  readonly state: ViewState;
  readonly scanner: Scanner;
  readonly silenced: Silenced;
  readonly git: GitChanges;
}

/** The view with the findings: tree, badge, message, description, and the context keys that menus and welcomes depend on. */
export class FindingsView implements vscode.Disposable {
  private readonly store: FindingsStore;
  private readonly state: ViewState;
  private readonly scanner: Scanner;
  private readonly silenced: Silenced;
  private readonly git: GitChanges;
  private readonly provider: FindingsProvider;
  private readonly follower: Follower;
  private readonly view: vscode.TreeView<TreeNode>;
  private readonly limits = new Map<string, number>();
  private readonly contextKeys = new Map<string, boolean>();
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private refreshed = 0;
  private told = '';

  constructor({ session, store, state, scanner, silenced, git }: ViewSources) {
    this.store = store;
    this.state = state;
    this.scanner = scanner;
    this.silenced = silenced;
    this.git = git;
    this.provider = new FindingsProvider((rule) => explain(session, rule));
    this.view = vscode.window.createTreeView(VIEW_ID, {
      treeDataProvider: this.provider,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.follower = new Follower(this.view, () => this.tree);
    this.subscriptions = [
      this.follower,
      silenced.onDidChange(() => this.refreshSoon()),
      git.onDidChange(() => {
        if (this.state.filters.changedFilesOnly) this.refreshSoon();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('seaworthy.badge')) this.refresh();
      }),
      store.onDidChange(() => this.refreshSoon()),
      scanner.onDidChange(() => {
        this.told = '';
        this.refreshSoon();
      }),
      state.onDidChange(() => {
        this.told = '';
        this.refresh();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => {
        if (this.state.filters.currentFileOnly) this.refreshSoon();
      }),
    ];
    this.refresh();
  }

  get tree(): Tree {
    return this.provider.current;
  }

  /** The findings among the selected nodes. */
  get selectedFindings(): readonly FindingNode[] {
    return this.selection.filter((node): node is FindingNode => node.type === 'finding');
  }

  /** The selected nodes. */
  get selection(): readonly TreeNode[] {
    return this.follower.selected;
  }

  /** Tells below the title what a command did; gone with the next scan or filter. */
  tell(text: string): void {
    this.told = text;
    this.refresh();
  }

  /** Shows the next page of a group's children. */
  showMore(node: MoreNode): void {
    this.limits.set(node.group, (this.limits.get(node.group) ?? PAGE_SIZE) + PAGE_SIZE);
    this.refresh();
  }

  private refreshSoon(): void {
    const wait = Math.max(BURST, this.refreshed + REFRESH_INTERVAL - Date.now());
    this.timer ??= setTimeout(() => this.refresh(), wait);
  }

  private refresh(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.refreshed = Date.now();
    const { filters, grouping } = this.state;
    const currentFile = vscode.window.activeTextEditor?.document.uri.toString();
    const tree = buildTree(this.store.all(), {
      grouping,
      filters,
      currentFile,
      // Git is asked for nothing unless the filter needs it.
      changedFiles: filters.changedFilesOnly ? this.git.files : undefined,
      limits: this.limits,
      silenced: this.silenced.all(),
      skipped: skippedBy(this.scanner.state),
    });
    this.provider.show(tree);
    const empty = tree.order.length === 0;
    const shown = isFiltering(filters)
      ? vscode.l10n.t('{0} of {1} · {2}', tree.order.length, tree.total, filtersText(filters))
      : '';
    // VS Code draws the title with its buttons anew even for the same description, and a click in that moment is lost.
    if ((this.view.description ?? '') !== shown) this.view.description = shown;
    const state = message(this.scanner.state, empty && tree.roots.length === 0, shown) ?? '';
    this.view.message = this.told === '' ? state : this.told;
    this.view.badge = badgeOf(tree);
    this.setContext('scanning', this.scanner.state.type === 'running');
    this.setContext('scanned', this.scanner.state.type === 'finished');
    this.setContext('hasFindings', tree.total > 0);
    this.setContext('allHidden', tree.total > 0 && empty);
    this.setContext('filtered', isFiltering(filters));
    this.setContext('showsSilenced', filters.showSilenced);
  }

  private setContext(key: string, value: boolean): void {
    if (this.contextKeys.get(key) === value) return;
    this.contextKeys.set(key, value);
    void vscode.commands.executeCommand('setContext', `seaworthy.${key}`, value);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
    this.view.dispose();
    this.provider.dispose();
  }
}

/** Counts what is shown and at least as severe as the setting says. */
function badgeOf({ order, total }: Tree): vscode.ViewBadge | undefined {
  const least = vscode.workspace.getConfiguration('seaworthy').get<Severity>('badge.minSeverity', 'high');
  const counted = SEVERITY_ORDER.slice(0, SEVERITY_ORDER.indexOf(least) + 1);
  const value = order.filter(({ finding }) => counted.includes(finding.severity)).length;
  if (value === 0) return undefined;
  const names = counted.map((severity) => severityName(severity).toLowerCase()).join(', ');
  return { value, tooltip: vscode.l10n.t('{0} of {1}: {2}', value, findingsText(total), names) };
}

function skippedBy(scan: ScanState): { uri: string; path: string; reason: string }[] {
  if (scan.type !== 'finished') return [];
  return scan.result.skipped.map(({ uri, reason }) => ({
    uri,
    path: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
    reason,
  }));
}

async function explain(session: Session, rule: string): Promise<string> {
  const client = session.state === 'running' ? await session.start() : undefined;
  return (await client?.sendRequest<string>(ExplainRequest, { rule })) ?? '';
}

/** The line above the tree. VS Code shows a welcome only where there is none, so an empty tree has one only when it must. */
function message(scan: ScanState, empty: boolean, filtered: string): string | undefined {
  // In a narrow view the description next to the title is cut off; what is hidden must not go unnoticed.
  if (filtered !== '' && scan.type !== 'running') return empty ? undefined : vscode.l10n.t('Filtered: {0}', filtered);
  switch (scan.type) {
    case 'never':
      return undefined;
    case 'failed':
      return vscode.l10n.t('The scan could not be run. See “Seaworthy: Show Output”.');
    case 'running':
      return scan.total === 0
        ? vscode.l10n.t('Looking for files…')
        : vscode.l10n.t('Scanning: {0} of {1} files…', scan.done, scan.total);
    case 'finished': {
      const { scanned, total, cancelled, milliseconds, skipped } = scan.result;
      if (cancelled) return vscode.l10n.t('Stopped at {0} of {1} files. What was found is kept.', scanned, total);
      if (empty && skipped.length === 0) return undefined;
      const parts = [vscode.l10n.t('{0} files scanned in {1}', scanned, durationText(milliseconds))];
      if (skipped.length > 0) parts.push(vscode.l10n.t('{0} skipped', skipped.length));
      return parts.join(' · ');
    }
  }
}
