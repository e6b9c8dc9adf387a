import * as vscode from 'vscode';
import { IGNORE_KINDS, type IgnoreKind, type IgnoreScope, IgnoreScopesRequest } from '../../../server/src/lsp/protocol.ts';
import { answer, applyFindingEdit } from '../edits.ts';
import type { LocatedFinding } from '../tree/model.ts';
import { severityName } from '../words.ts';
import { atCursor, type Command, type Services, targets } from './command.ts';
import { IGNORE } from './ids.ts';

/** Asks how far the chosen findings, or the one at the cursor, are to be ignored, and does so. */
export const ignore: Command = {
  id: IGNORE,
  run: async (services, clicked, selection) => {
    const chosen = targets(services, clicked, selection);
    const findings =
      chosen.length > 0 && (clicked !== undefined || atCursor(services).length === 0) ? chosen : await pickFinding(services);
    const [first] = findings;
    if (first === undefined) return answer(vscode.l10n.t('There is no finding at the cursor.'));
    const kind = await pickKind(services, first, findings.length);
    if (kind !== undefined) await ignoreAll(services, findings, kind);
  },
};

/** Ignores findings one after the other, since each edit is computed for what the one before left; at once in the baseline. */
export async function ignoreAll({ session }: Services, findings: readonly LocatedFinding[], kind: IgnoreKind): Promise<void> {
  if (kind !== 'baseline') {
    for (const { uri, finding } of findings) await applyFindingEdit(session, { uri, id: finding.id, kind });
    return;
  }
  const byFile = new Map<string, string[]>();
  for (const { uri, finding } of findings) byFile.set(uri, [...(byFile.get(uri) ?? []), finding.id]);
  for (const [uri, ids] of byFile) await applyFindingEdit(session, { uri, id: ids[0] ?? '', ids, kind });
}

async function pickFinding(services: Services): Promise<readonly LocatedFinding[]> {
  const here = atCursor(services);
  if (here.length < 2) return here;
  const items = here.map((located) => ({
    label: located.finding.ruleTitle,
    description: located.finding.resource,
    detail: located.finding.message.replaceAll('`', ''),
    located,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Ignore Which Finding?') });
  return picked === undefined ? [] : [picked.located];
}

async function pickKind({ session }: Services, { uri, finding }: LocatedFinding, count: number): Promise<IgnoreKind | undefined> {
  const client = await session.start();
  const scopes = await client?.sendRequest<IgnoreScope[] | null>(IgnoreScopesRequest, { uri, id: finding.id });
  if (!scopes) {
    answer(vscode.l10n.t('This finding is no longer there.'));
    return undefined;
  }
  const items = IGNORE_KINDS.flatMap((kind) => scopes.filter((scope) => scope.kind === kind)).map((scope) => ({
    label: scope.refused === undefined ? scope.title : `$(circle-slash) ${scope.title}`,
    description: scope.refused ?? scope.detail,
    scope,
  }));
  const title =
    count === 1
      ? vscode.l10n.t('Ignore “{0}” ({1})', finding.ruleTitle, severityName(finding.severity))
      : vscode.l10n.t('Ignore {0} Findings, Each…', count);
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  if (picked?.scope.refused !== undefined) answer(vscode.l10n.t('Not changed: {0}', picked.scope.refused));
  return picked?.scope.refused === undefined ? picked?.scope.kind : undefined;
}
