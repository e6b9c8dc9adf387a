import * as vscode from 'vscode';
import { answer } from '../edits.ts';
import { pageOfRule } from '../rule-pages.ts';
import { type Command, isTreeNode, type Services } from './command.ts';
import { OPEN_RULE } from './ids.ts';

/** Opens the page of a rule: of the given id or node, else of the finding at the cursor, else of one the user picks. */
export const openRule: Command = {
  id: OPEN_RULE,
  run: async (services, target) => {
    const rule = ruleOf(target) ?? ruleAtCursor(services) ?? (await pickRule(services));
    if (rule !== undefined) await showPage(rule);
  },
};

function ruleOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (!isTreeNode(target)) return undefined;
  return target.type === 'finding' ? target.finding.rule : target.type === 'group' ? target.rule : undefined;
}

function ruleAtCursor({ store }: Services): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const cursor = editor.selection.active;
  return store.of(editor.document.uri).find(({ range: { start, end } }) => {
    return new vscode.Range(start.line, start.character, end.line, end.character).contains(cursor);
  })?.rule;
}

/** The rules that found something: those a user has questions about. */
async function pickRule({ store }: Services): Promise<string | undefined> {
  const titles = new Map<string, string>();
  for (const { findings } of store.all()) for (const finding of findings) titles.set(finding.rule, finding.ruleTitle);
  if (titles.size === 0) {
    answer(vscode.l10n.t('No findings whose rule could be explained.'));
    return undefined;
  }
  const items = [...titles]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, title]) => ({ label: title, description: rule, rule }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Open Rule Page'), matchOnDescription: true }))?.rule;
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
