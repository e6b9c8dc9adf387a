import * as vscode from 'vscode';
import { type ReportParams, ReportRequest, type ReportResult } from '../../../server/src/lsp/protocol.ts';
import { answer } from '../edits.ts';
import { readPageParts } from '../rule-pages.ts';
import { findingsText } from '../words.ts';
import type { Command, Services } from './command.ts';
import { EXPORT_REPORT } from './ids.ts';

const FORMATS = ['html', 'sarif', 'json', 'markdown'] as const;
type Format = (typeof FORMATS)[number];
const EXTENSIONS: Readonly<Record<Format, string>> = { html: 'html', sarif: 'sarif', json: 'json', markdown: 'md' };
const NAMES: Readonly<Record<Format, string>> = { html: 'HTML', sarif: 'SARIF 2.1.0', json: 'JSON', markdown: 'Markdown' };

/**
 * Writes a report on all files that are open or were scanned. For keybindings and other extensions, `{ format, uri }` answers both
 * questions; each is asked when it is left out.
 */
export const exportReport: Command = {
  id: EXPORT_REPORT,
  run: async (services, wish) => {
    const given = (typeof wish === 'object' && wish !== null ? wish : {}) as {
      readonly format?: unknown;
      readonly uri?: unknown;
    };
    const format = FORMATS.find((known) => known === given.format) ?? (await pickFormat());
    if (format === undefined) return;
    const target = given.uri instanceof vscode.Uri ? given.uri : await pickTarget(format);
    if (target !== undefined) await write(services, format, target);
  },
};

async function pickFormat(): Promise<Format | undefined> {
  const details: Readonly<Record<Format, string>> = {
    html: vscode.l10n.t('One page for people: charts, findings by file, why and how to fix'),
    sarif: vscode.l10n.t('For code scanning and other tools, with fixes'),
    json: vscode.l10n.t('For programs'),
    markdown: vscode.l10n.t('For pull requests and wikis'),
  };
  const items = FORMATS.map((format) => ({ label: NAMES[format], detail: details[format], format }));
  const title = vscode.l10n.t('Report on All Open and Scanned Files');
  return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true }))?.format;
}

async function pickTarget(format: Format): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `seaworthy.${EXTENSIONS[format]}`;
  return vscode.window.showSaveDialog({
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [NAMES[format]]: [EXTENSIONS[format]] },
    title: vscode.l10n.t('Export Report'),
  });
}

async function write({ session, extensionUri, version }: Services, format: Format, target: vscode.Uri): Promise<void> {
  const client = await session.start();
  if (client === undefined) return;
  const title = vscode.l10n.t('Seaworthy: writing the report');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const result = await vscode.window.withProgress(options, async (_progress, token) => {
    const pages = format === 'html' || format === 'sarif' ? await readPageParts(extensionUri) : undefined;
    const params: ReportParams = { format, version, ...(pages !== undefined && { pages }) };
    return client.sendRequest<ReportResult | null>(ReportRequest, params, token);
  });
  if (result === null) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(result.text));
  answer(vscode.l10n.t('Report written: {0} in {1} files.', findingsText(result.findings), result.files));
  if (format !== 'html' || target.scheme !== 'file') await vscode.window.showTextDocument(target, { preview: true });
  else void offerToOpen(target);
}

/** A page is for the browser, which is only opened by a click. */
async function offerToOpen(target: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open in Browser');
  if ((await vscode.window.showInformationMessage(vscode.l10n.t('The report is written.'), open)) === open) {
    await vscode.env.openExternal(target);
  }
}
