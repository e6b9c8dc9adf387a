import * as vscode from 'vscode';
import { OPEN_FINDING, OPEN_SILENCER, OPEN_SKIPPED, SHOW_MORE } from '../commands/ids.ts';
import { countsText, findingsText, severityName, silencerText, vectorName } from '../words.ts';
import { startsOpen } from './follower.ts';
import type { FindingNode, GroupNode, MoreNode, Severity, SilencedNode, SkippedNode, TreeNode } from './model.ts';

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
    case 'silenced':
      return silencedItem(node);
    case 'skipped':
      return skippedItem(node);
    case 'more':
      return moreItem(node);
  }
}

function groupItem(node: GroupNode): vscode.TreeItem {
  const label = groupLabel(node);
  const counts = ['severity', 'silenced', 'skipped'].includes(node.role) ? String(node.count) : countsText(node.counts, ' · ');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState[startsOpen(node.severity) ? 'Expanded' : 'Collapsed']);
  item.id = node.id;
  item.description = [node.role === 'severity' ? '' : node.detail, counts].filter((part) => part !== '').join('  ');
  item.contextValue = [
    'group',
    node.role,
    ...(node.safelyFixable > 0 ? ['safelyFixable'] : []),
    ...(node.fixable > 0 ? ['fixable'] : []),
  ].join(' ');
  if (node.role === 'file' && node.uri !== undefined) {
    item.resourceUri = vscode.Uri.parse(node.uri);
    item.iconPath = vscode.ThemeIcon.File;
  } else {
    item.iconPath = BESIDES_ICONS[node.role] ?? SEVERITY_ICONS[node.severity];
  }
  item.tooltip = [node.detail === '' ? label : `${label} (${node.detail})`, countsText(node.counts)].join('\n');
  item.accessibilityInformation = {
    label: [label, node.role === 'severity' ? '' : node.detail, findingsText(node.count), countsText(node.counts)]
      .filter((part) => part !== '')
      .join(', '),
  };
  return item;
}

const BESIDES_ICONS: Readonly<Partial<Record<GroupNode['role'], vscode.ThemeIcon>>> = {
  silenced: new vscode.ThemeIcon('mute'),
  skipped: new vscode.ThemeIcon('circle-slash'),
};

function groupLabel(node: GroupNode): string {
  switch (node.role) {
    case 'severity':
      return severityName(node.severity);
    case 'vector':
      return vectorName(node.label);
    case 'silenced':
      return vscode.l10n.t('Silenced');
    case 'skipped':
      return vscode.l10n.t('Skipped Files');
    default:
      return node.label;
  }
}

function findingItem(node: FindingNode, parent: GroupNode['role'] | undefined): vscode.TreeItem {
  const { finding, path } = node;
  const line = finding.range.start.line + 1;
  const { label, description } = findingText(node, parent);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.id = node.id;
  item.description = description;
  item.iconPath = SEVERITY_ICONS[finding.severity];
  item.contextValue = ['finding', ...(finding.fix === undefined ? [] : ['fixable'])].join(' ');
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
function findingText(
  { finding, path }: FindingNode,
  parent: GroupNode['role'] | undefined,
): { label: string; description: string } {
  const line = finding.range.start.line + 1;
  const place = `${path.slice(path.lastIndexOf('/') + 1)}:${line}`;
  switch (parent) {
    case 'file':
    case 'resource':
      return { label: finding.ruleTitle, description: `:${line}  ${plain(finding.message)}` };
    case 'rule':
      return { label: finding.resource === '' ? place : finding.resource, description: `${place}  ${plain(finding.message)}` };
    default:
      return { label: finding.ruleTitle, description: `${finding.resource}  ${place}`.trim() };
  }
}

/** What silences it comes before what it says: that is what one looks for here. */
function silencedItem(node: SilencedNode): vscode.TreeItem {
  const { finding, path, suppression } = node;
  const item = new vscode.TreeItem(finding.ruleTitle, vscode.TreeItemCollapsibleState.None);
  item.id = node.id;
  const place = `${path.slice(path.lastIndexOf('/') + 1)}:${finding.range.start.line + 1}`;
  item.description = [place, silencerText(suppression), suppression.reason ?? ''].filter((part) => part !== '').join('  ');
  item.iconPath = new vscode.ThemeIcon('mute');
  item.contextValue = 'silenced';
  item.tooltip = [
    plain(finding.message),
    `${silencerText(suppression)}: ${suppression.reason ?? vscode.l10n.t('no reason given')}`,
  ].join('\n');
  item.command = { command: OPEN_SILENCER, title: vscode.l10n.t('Open'), arguments: [node] };
  item.accessibilityInformation = { label: [finding.ruleTitle, finding.resource, place, item.tooltip].join(', ') };
  return item;
}

function skippedItem(node: SkippedNode): vscode.TreeItem {
  const item = new vscode.TreeItem(node.path.slice(node.path.lastIndexOf('/') + 1), vscode.TreeItemCollapsibleState.None);
  item.id = node.id;
  item.description = node.reason;
  item.resourceUri = vscode.Uri.parse(node.uri);
  item.iconPath = vscode.ThemeIcon.File;
  item.contextValue = 'skipped';
  item.tooltip = `${node.path}\n${node.reason}`;
  item.command = { command: OPEN_SKIPPED, title: vscode.l10n.t('Open'), arguments: [node] };
  return item;
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
