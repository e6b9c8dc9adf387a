import * as vscode from 'vscode';
import { answer } from '../edits.ts';
import { type BulkFix, fixMany } from '../fix-many.ts';
import { isFiltering, type LocatedFinding } from '../tree/model.ts';
import { atCursor, type Command, isTreeNode, type Services } from './command.ts';
import { FIX_ALL_IN_WORKSPACE, FIX_BELOW, FIX_RULE, HARDEN_BELOW } from './ids.ts';

/** All safe fixes of all files that are known. */
export const fixAllInWorkspace: Command = {
  id: FIX_ALL_IN_WORKSPACE,
  run: (services) => fixMany(services, { safety: 'safe' }),
};

/** All fixes of one rule: of the given node, of the finding at the cursor, or of one that the user picks. */
export const fixRuleEverywhere: Command = {
  id: FIX_RULE,
  run: async (services, clicked) => {
    const rule = ruleOf(clicked) ?? (clicked === undefined ? await pickRule(services) : undefined);
    if (rule !== undefined) await fixMany(services, { safety: 'hardening', rules: [rule] });
  },
};

/** The safe fixes of what stands below the chosen nodes of the tree. */
export const fixBelow: Command = { id: FIX_BELOW, run: (services, ...args) => below(services, 'safe', args) };

/** All fixes that need nobody to complete them, of what stands below the chosen nodes. */
export const hardenBelow: Command = { id: HARDEN_BELOW, run: (services, ...args) => below(services, 'hardening', args) };

async function below(services: Services, safety: BulkFix['safety'], [clicked, selection]: readonly unknown[]): Promise<void> {
  const nodes =
    Array.isArray(selection) && selection.length > 0 ? selection : clicked === undefined ? services.view.selection : [clicked];
  const findings = nodes.filter(isTreeNode).flatMap((node): readonly LocatedFinding[] => {
    return node.type === 'group' ? node.findings : node.type === 'finding' ? [node] : [];
  });
  await fixMany(services, { safety, files: filesOf(findings) });
}

/** The findings by file; whole files are not named, so that what the filters hide stays untouched. */
export function filesOf(findings: readonly LocatedFinding[]): NonNullable<BulkFix['files']> {
  const byFile = new Map<string, Set<string>>();
  for (const { uri, finding } of findings) byFile.set(uri, (byFile.get(uri) ?? new Set()).add(finding.id));
  return [...byFile].map(([uri, ids]) => ({ uri, ids: [...ids] }));
}

function ruleOf(node: unknown): string | undefined {
  if (!isTreeNode(node)) return undefined;
  return node.type === 'finding' ? node.finding.rule : node.type === 'group' ? node.rule : undefined;
}

async function pickRule(services: Services): Promise<string | undefined> {
  const here = new Set(atCursor(services).map(({ finding }) => finding.rule));
  const counts = new Map<string, { title: string; count: number }>();
  for (const { findings } of services.store.all()) {
    for (const { rule, ruleTitle, fix } of findings) {
      if (fix === undefined || fix.safety === 'placeholder') continue;
      counts.set(rule, { title: ruleTitle, count: (counts.get(rule)?.count ?? 0) + 1 });
    }
  }
  if (counts.size === 0) {
    answer(vscode.l10n.t('No finding has a fix that can be made everywhere.'));
    return undefined;
  }
  const items = [...counts]
    .sort(([a, x], [b, y]) => Number(here.has(b)) - Number(here.has(a)) || y.count - x.count || (a < b ? -1 : 1))
    .map(([rule, { title, count }]) => ({ label: title, description: `${rule}  ${count}`, rule }));
  const note = isFiltering(services.state.filters) ? vscode.l10n.t('Findings that the filters hide are fixed too.') : '';
  const options = { title: vscode.l10n.t('Fix Which Rule Everywhere?'), placeHolder: note, matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.rule;
}
