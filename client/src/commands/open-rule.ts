import * as vscode from 'vscode';
import { RulesRequest, type WireRule } from '../../../server/src/lsp/protocol.ts';
import { pageOfRule } from '../rule-pages.ts';
import { findingsText, severityName } from '../words.ts';
import { atCursor, type Command, isSelected, isTreeNode, type Services } from './command.ts';
import { OPEN_RULE } from './ids.ts';

/** Opens the page of a rule: of the given id or node, else of one the user picks. */
export const openRule: Command = {
  id: OPEN_RULE,
  run: async (services, target) => {
    const rule = ruleOf(isSelected(target) ? services.view.selection[0] : target) ?? (await pickRule(services));
    if (rule !== undefined) await showPage(rule);
  },
};

function ruleOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (!isTreeNode(target)) return undefined;
  return target.type === 'finding' ? target.finding.rule : target.type === 'group' ? target.rule : undefined;
}

/** Every rule, to be searched: those at the cursor first, then those that found something, then the others, with their state here. */
async function pickRule(services: Services): Promise<string | undefined> {
  const { session, store } = services;
  const client = await session.start();
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const rules = (await client?.sendRequest<WireRule[]>(RulesRequest, uri === undefined ? {} : { uri })) ?? [];
  const here = new Set(atCursor(services).map(({ finding }) => finding.rule));
  const counts = new Map<string, number>();
  for (const { findings } of store.all()) for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rank = ({ id }: WireRule): number => (here.has(id) ? 0 : counts.has(id) ? 1 : 2);
  const items = rules
    .toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
    .map((rule) => ({
      label: rule.title,
      description: rule.id,
      detail: [
        severityName(rule.severity),
        stateText(rule.state),
        ...(counts.has(rule.id) ? [findingsText(counts.get(rule.id) ?? 0)] : []),
        ...(here.has(rule.id) ? [vscode.l10n.t('at the cursor')] : []),
      ].join(' · '),
      rule: rule.id,
    }));
  const title = vscode.l10n.t('Open Rule Documentation');
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))?.rule;
}

function stateText(state: WireRule['state']): string {
  switch (state) {
    case 'on':
      return vscode.l10n.t('checked');
    case 'off':
      return vscode.l10n.t('switched off by the config');
    case 'profile':
      return vscode.l10n.t('only in a stricter profile');
  }
}

async function showPage(rule: string): Promise<void> {
  const page = pageOfRule(rule);
  if (page === undefined) return;
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    // The built-in Markdown extension can be disabled; the source is readable too.
    await vscode.window.showTextDocument(page);
  }
}
