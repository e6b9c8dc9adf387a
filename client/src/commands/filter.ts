import * as vscode from 'vscode';
import { type Filters, NO_FILTERS, SEVERITY_ORDER } from '../tree/model.ts';
import { severityName } from '../words.ts';
import type { Command } from './command.ts';
import { CLEAR_FILTERS, FILTER } from './ids.ts';

/** Asks which findings the tree is to show: severities by check mark, and three restrictions. */
export const filter: Command = {
  id: FILTER,
  run: async ({ state }) => {
    const picked = await vscode.window.showQuickPick(choices(state.filters), {
      title: vscode.l10n.t('Filter Findings'),
      canPickMany: true,
    });
    if (picked !== undefined)
      await state.setFilters(
        filtersOf(
          picked.map(({ choice }) => choice),
          state.filters.text,
        ),
      );
  },
};

/** Shows everything again. */
export const clearFilters: Command = {
  id: CLEAR_FILTERS,
  run: ({ state }) => state.setFilters({ ...NO_FILTERS, showSilenced: state.filters.showSilenced }),
};

type Choice = Filters['hiddenSeverities'][number] | 'fixable' | 'current-file' | 'changed-files' | 'silenced' | 'separator';
type ChoiceItem = vscode.QuickPickItem & { readonly choice: Choice };

function choices(filters: Filters): ChoiceItem[] {
  return [
    separator(vscode.l10n.t('Severities')),
    ...SEVERITY_ORDER.map((severity) => ({
      label: severityName(severity),
      choice: severity,
      picked: !filters.hiddenSeverities.includes(severity),
    })),
    separator(vscode.l10n.t('Only')),
    { label: vscode.l10n.t('With a fix'), choice: 'fixable', picked: filters.fixableOnly },
    { label: vscode.l10n.t('In the current file'), choice: 'current-file', picked: filters.currentFileOnly },
    { label: vscode.l10n.t('In files changed since the last commit'), choice: 'changed-files', picked: filters.changedFilesOnly },
    separator(vscode.l10n.t('Also')),
    { label: vscode.l10n.t('What is silenced'), choice: 'silenced', picked: filters.showSilenced },
  ];
}

function separator(label: string): ChoiceItem {
  return { label, choice: 'separator', kind: vscode.QuickPickItemKind.Separator };
}

function filtersOf(picked: readonly Choice[], text: string): Filters {
  const shown = SEVERITY_ORDER.filter((severity) => picked.includes(severity));
  return {
    // No severity at all would show nothing: taken as no wish about severities.
    hiddenSeverities: shown.length === 0 ? [] : SEVERITY_ORDER.filter((severity) => !shown.includes(severity)),
    fixableOnly: picked.includes('fixable'),
    currentFileOnly: picked.includes('current-file'),
    changedFilesOnly: picked.includes('changed-files'),
    showSilenced: picked.includes('silenced'),
    text,
  };
}
