import * as vscode from 'vscode';
import { type Filters, GROUPINGS, type Grouping, NO_FILTERS, SEVERITY_ORDER } from './tree/model.ts';

const GROUPING_KEY = 'seaworthy.grouping';
const FILTERS_KEY = 'seaworthy.filters';

/** How the user wants the tree; remembered for the workspace. */
export class ViewState implements vscode.Disposable {
  private readonly memento: vscode.Memento;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  /** What is searched for is not what one wants to find the next day. */
  private text = '';

  constructor(memento: vscode.Memento) {
    this.memento = memento;
  }

  get grouping(): Grouping {
    const stored = this.memento.get<unknown>(GROUPING_KEY);
    return GROUPINGS.find((grouping) => grouping === stored) ?? 'severity';
  }

  get filters(): Filters {
    const stored = this.memento.get<Partial<Record<keyof Filters, unknown>>>(FILTERS_KEY);
    if (typeof stored !== 'object' || stored === null) return { ...NO_FILTERS, text: this.text };
    const hidden = Array.isArray(stored.hiddenSeverities) ? stored.hiddenSeverities : [];
    return {
      hiddenSeverities: SEVERITY_ORDER.filter((severity) => hidden.includes(severity)),
      fixableOnly: stored.fixableOnly === true,
      currentFileOnly: stored.currentFileOnly === true,
      changedFilesOnly: stored.changedFilesOnly === true,
      text: this.text,
      showSilenced: stored.showSilenced === true,
    };
  }

  async setGrouping(grouping: Grouping): Promise<void> {
    await this.memento.update(GROUPING_KEY, grouping);
    this.changed.fire();
  }

  async setFilters(filters: Filters): Promise<void> {
    this.text = filters.text;
    await this.memento.update(FILTERS_KEY, { ...filters, text: '' });
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}
