import * as vscode from 'vscode';
import { OPEN_FINDING, OPEN_RULE, SHOW_MORE } from '../commands/ids.ts';
import { countsText, findingsText, severityName } from '../words.ts';
import type { FindingNode, Grouping, GroupNode, MoreNode, Severity, TreeNode } from './model.ts';

/** Icon and colour of each severity. The shapes differ, so that nothing is told by colour alone. */
const SEVERITY_ICONS: Readonly<Record<Severity, vscode.ThemeIcon>> = {
  critical: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  high: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  medium: new vscode.ThemeIcon('debug-stop', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  low: new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground')),
  info: new vscode.ThemeIcon('circle-outline', new vscode.ThemeColor('descriptionForeground')),
};

/** The item VS Code shows for a node below `parent`; undefined for a root. */
export function treeItem(node: TreeNode, parent: GroupNode | undefined): vscode.TreeItem {
  switch (node.type) {
    case 'group':
      return groupItem(node);
    case 'finding':
      return findingItem(node, parent?.role);
    case 'more':
      return moreItem(node);
  }
}

function groupItem(node: GroupNode): vscode.TreeItem {
  const label = node.role === 'severity' ? severityName(node.severity) : node.label;
  const counts = node.role === 'severity' ? String(node.count) : countsText(node.counts, ' · ');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState[startsOpen(node) ? 'Expanded' : 'Collapsed']);
  item.id = node.id;
  item.description = [node.role === 'severity' ? '' : node.detail, counts].filter((part) => part !== '').join('  ');
  item.contextValue = ['group', node.role, ...(node.safelyFixable > 0 ? ['safelyFixable'] : [])].join(' ');
  if (node.role === 'file' && node.uri !== undefined) {
    item.resourceUri = vscode.Uri.parse(node.uri);
    item.iconPath = vscode.ThemeIcon.File;
  } else {
    item.iconPath = SEVERITY_ICONS[node.severity];
  }
  item.tooltip = [node.detail === '' ? label : `${label} (${node.detail})`, countsText(node.counts)].join('\n');
  item.accessibilityInformation = {
    label: [label, node.role === 'severity' ? '' : node.detail, findingsText(node.count), countsText(node.counts)]
      .filter((part) => part !== '')
      .join(', '),
  };
  return item;
}

/** Groups that say what to do first are open; the rest would bury them. */
function startsOpen(node: GroupNode): boolean {
  return node.severity === 'critical' || node.severity === 'high';
}

function findingItem(node: FindingNode, parent: Grouping | undefined): vscode.TreeItem {
  const { finding, path } = node;
  const line = finding.range.start.line + 1;
  const { label, description } = findingText(node, parent);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.id = node.id;
  item.description = description;
  item.iconPath = SEVERITY_ICONS[finding.severity];
  item.contextValue = ['finding', ...(finding.fix === undefined ? [] : ['fixable'])].join(' ');
  item.tooltip = findingTooltip(node);
  item.command = { command: OPEN_FINDING, title: vscode.l10n.t('Open'), arguments: [node] };
  item.accessibilityInformation = {
    label: [
      severityName(finding.severity),
      plain(finding.message),
      vscode.l10n.t('rule {0}', finding.rule),
      finding.resource,
      vscode.l10n.t('{0} line {1}', path, line),
      finding.fix === undefined ? vscode.l10n.t('no automatic fix') : vscode.l10n.t('fix available'),
    ].join(', '),
  };
  return item;
}

/** What the groups above don't say yet, the shortest first: views are narrow. */
function findingText({ finding, path }: FindingNode, parent: Grouping | undefined): { label: string; description: string } {
  const line = finding.range.start.line + 1;
  const place = `${path.slice(path.lastIndexOf('/') + 1)}:${line}`;
  switch (parent) {
    case 'file':
    case 'resource':
      return { label: finding.ruleTitle, description: `:${line}  ${plain(finding.message)}` };
    case 'rule':
      return { label: finding.resource === '' ? place : finding.resource, description: `${place}  ${plain(finding.message)}` };
    case 'severity':
    case undefined:
      return { label: finding.ruleTitle, description: `${finding.resource}  ${place}`.trim() };
  }
}

function findingTooltip({ finding, path }: FindingNode): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.isTrusted = { enabledCommands: [OPEN_RULE] };
  text.appendMarkdown(`**${escapeMarkdown(finding.ruleTitle)}** · ${severityName(finding.severity)}\n\n`);
  text.appendMarkdown(`${escapeMarkdown(finding.message)}\n\n`);
  text.appendMarkdown(`${escapeMarkdown(finding.resource)} · ${escapeMarkdown(`${path}:${finding.range.start.line + 1}`)}\n\n`);
  const fix = fixText(finding);
  if (fix !== '') text.appendMarkdown(`${fix}\n\n`);
  const link = `command:${OPEN_RULE}?${encodeURIComponent(JSON.stringify([finding.rule]))}`;
  text.appendMarkdown(`[$(book) ${vscode.l10n.t('About {0}', finding.rule)}](${link})`);
  return text;
}

/** The fix and what it may break, or why there is none; empty for a finding that nothing is offered for. */
function fixText({ fix, noFix }: FindingNode['finding']): string {
  if (fix === undefined) {
    return noFix === undefined ? '' : `$(circle-slash) ${escapeMarkdown(vscode.l10n.t('No automatic fix: {0}', noFix))}`;
  }
  const completed = fix.safety === 'placeholder' ? vscode.l10n.t('You have to complete it.') : '';
  return `$(lightbulb-autofix) ${escapeMarkdown([`${fix.title}.`, fix.caution ?? completed].join(' ').trim())}`;
}

function moreItem(node: MoreNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Show {0} more…', node.remaining), vscode.TreeItemCollapsibleState.None);
  item.id = node.id;
  item.contextValue = 'more';
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { command: SHOW_MORE, title: vscode.l10n.t('Show More'), arguments: [node] };
  return item;
}

/** A message without the backticks that mark its values: labels are plain text. */
function plain(message: string): string {
  return message.replaceAll('`', '');
}

/** Names from scanned files must not become links or images in a hover. Backticks stay: messages mark values with them. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_{}[\]()#+\-!<>|~$]/g, '\\$&').replace(/\n/g, ' ');
}
