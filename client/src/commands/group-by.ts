import * as vscode from 'vscode';
import { GROUPINGS, type Grouping } from '../tree/model.ts';
import { groupingName } from '../words.ts';
import type { Command } from './command.ts';
import { GROUP_BY } from './ids.ts';

/** Asks how the tree is to be grouped. */
export const groupBy: Command = {
  id: GROUP_BY,
  run: async ({ state }) => {
    const items = GROUPINGS.map((grouping) => ({
      label: groupingName(grouping),
      detail: explanation(grouping),
      grouping,
      ...(grouping === state.grouping ? { description: vscode.l10n.t('current') } : {}),
    }));
    const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group Findings By') });
    if (picked !== undefined) await state.setGrouping(picked.grouping);
  },
};

function explanation(grouping: Grouping): string {
  switch (grouping) {
    case 'severity':
      return vscode.l10n.t('The worst first, then by rule');
    case 'file':
      return vscode.l10n.t('In the order of the text');
    case 'resource':
      return vscode.l10n.t('Build stage, Compose service, Kubernetes workload');
    case 'rule':
      return vscode.l10n.t('All places of one problem together');
    case 'vector':
      return vscode.l10n.t('What an attacker gains by it');
  }
}
