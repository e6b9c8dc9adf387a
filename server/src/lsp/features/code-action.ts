import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { LineIndex } from '../../core/line-index.ts';
import type { Judged } from '../../workspace/judged.ts';
import { type ChangeRequest, ignoreEdit } from '../changes.ts';
import { rangeOf, spanOf } from '../convert.ts';
import { type OfferedAction, offeredActions } from '../offered-actions.ts';
import type { AskIgnore, ProjectPlace } from '../offered-ignores.ts';
import { configPlaceOf, globOf, resolveChange } from '../project-changes.ts';
import { OpenRuleCommand, SelectRangeCommand } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import { plainText } from '../words.ts';
import { workspaceEdit } from '../workspace-edit.ts';

/** Safe fixes of the whole file: what "on save" and `editor.action.fixAll` ask for. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.seaworthy`;
export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL_KIND];

/** What `codeAction/resolve` gets back: which file, and what was asked. */
interface ActionData {
  readonly uri: string;
  readonly request: ChangeRequest;
}

/**
 * `textDocument/codeAction` and `codeAction/resolve`. Nothing is taken from the published diagnostics: what is offered, and
 * every edit, is computed from the document as it stands when the client asks.
 */
export function offerCodeActions(server: ServerContext): void {
  const { connection, session, client } = server;
  connection.onCodeAction(async (params): Promise<CodeAction[] | null> => {
    if (!client.codeActions) return null;
    const judged = await session.current(params.textDocument.uri);
    if (!judged) return [];
    const asked = (kind: string): boolean => isAsked(kind, params.context.only);
    const actions: CodeAction[] = [];
    if (asked(CodeActionKind.QuickFix)) {
      for (const offered of quickFixes(server, judged, params, await placeOf(server, judged)))
        actions.push(...(await actionOf(server, judged, offered)));
    }
    if (asked(FIX_ALL_KIND)) actions.push(...(await fixAllAction(server, judged)));
    return actions;
  });
  connection.onCodeActionResolve(async (action): Promise<CodeAction> => {
    // Clients also ask about actions that have nothing to resolve: disabled ones, and the page.
    const data = action.data as ActionData | undefined;
    if (!data) return action;
    const { uri, request } = data;
    const judged = await session.current(uri);
    return judged ? { ...action, ...(await effectOf(server, judged, request)) } : action;
  });
}

/** What an entry of the config would name; undefined where the client can't create a config, and where there is no folder for one. */
async function placeOf(server: ServerContext, { uri }: Judged): Promise<ProjectPlace | undefined> {
  const config = server.client.createsFiles ? await configPlaceOf(server, uri) : undefined;
  if (!config) return undefined;
  const folder = globOf(config, uri, 'folder') ?? '*';
  const reach = folder === '*' ? 'file' : 'folder';
  return { reach, glob: reach === 'folder' ? folder : (globOf(config, uri, 'file') ?? folder) };
}

function quickFixes(server: ServerContext, judged: Judged, params: CodeActionParams, place?: ProjectPlace): OfferedAction[] {
  const context = server.convertContext(judged.uri, judged.text);
  const { doors } = server.session;
  const ignore: AskIgnore = (finding, scope) => ignoreEdit(doors, judged, judged.analysis, finding, scope);
  return offeredActions(judged.analysis.findings, spanOf(params.range, context.lines), context, ignore, place);
}

/** An action as the client can take it; none when it can't show one that is disabled, or the change can't be made. */
async function actionOf(server: ServerContext, judged: Judged, offered: OfferedAction): Promise<CodeAction[]> {
  const { client } = server;
  const { diagnostics } = offered;
  const title = client.localise(offered.title);
  const action: CodeAction = { title, kind: CodeActionKind.QuickFix, diagnostics: [...diagnostics] };
  if (offered.kind === 'page') {
    if (client.options.commands !== true) return [];
    return [{ ...action, command: { title, command: OpenRuleCommand, arguments: [offered.rule] } }];
  }
  if (offered.kind === 'disabled')
    return client.disabledActions ? [{ ...action, disabled: { reason: client.localise(offered.reason) } }] : [];
  if (offered.preferred && client.preferredActions) action.isPreferred = true;
  if (client.resolvesActions) {
    const data: ActionData = { uri: judged.uri, request: offered.request };
    return [{ ...action, data }];
  }
  const effect = await effectOf(server, judged, offered.request);
  if (effect.disabled && !client.disabledActions) return [];
  return [{ ...action, ...effect }];
}

async function fixAllAction(server: ServerContext, judged: Judged): Promise<CodeAction[]> {
  const effect = await effectOf(server, judged, { type: 'fix-safe' });
  return effect.edit
    ? [{ title: server.client.localise('Fix all safe problems in this file'), kind: FIX_ALL_KIND, edit: effect.edit }]
    : [];
}

/** The edit of a change, and the command that selects what is to be completed; disabled when it can't be made. */
async function effectOf(
  server: ServerContext,
  judged: Judged,
  request: ChangeRequest,
): Promise<Pick<CodeAction, 'edit' | 'command' | 'disabled'>> {
  const change = await resolveChange(server, judged, request);
  if ('refused' in change) return { disabled: { reason: server.client.localise(plainText(change.refused)) } };
  const edit = await workspaceEdit(server, judged, change.edits, change.creates);
  if (!edit) return { disabled: { reason: server.client.localise('Another file that this changes can not be read or made.') } };
  if (!change.select || server.client.options.commands !== true) return { edit };
  const range = rangeOf(change.select, new LineIndex(change.after));
  return { edit, command: { title: 'Select', command: SelectRangeCommand, arguments: [change.selectIn ?? judged.uri, range] } };
}

/** Whether a kind, or a kind above it, is among those asked for; everything is when nothing is named. */
function isAsked(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((o) => o === '' || kind === o || kind.startsWith(`${o}.`));
}
