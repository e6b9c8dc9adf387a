import * as vscode from 'vscode';
import { FIX_FINDING, IGNORE, OPEN_RULE } from '../commands/ids.ts';
import { severityName } from '../words.ts';
import type { FindingNode } from './model.ts';

/** What hovering a finding shows: what, why it matters (`why`, Markdown of ours), where, the fix, and what one can do from here. */
export function findingTooltip({ id, finding, path }: FindingNode, why: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.isTrusted = { enabledCommands: LINKED };
  text.appendMarkdown(`**${escapeMarkdown(finding.ruleTitle)}** · ${severityName(finding.severity)}\n\n`);
  text.appendMarkdown(`${escapeMarkdown(finding.message)}\n\n`);
  if (why !== '') text.appendMarkdown(`${why}\n\n`);
  text.appendMarkdown(`${escapeMarkdown(finding.resource)} · ${escapeMarkdown(`${path}:${finding.range.start.line + 1}`)}\n\n`);
  const fix = fixText(finding);
  if (fix !== '') text.appendMarkdown(`${fix}\n\n`);
  const links = [
    ...(finding.fix === undefined ? [] : [link('$(lightbulb-autofix)', vscode.l10n.t('Fix'), FIX_FINDING, id)]),
    link('$(eye-closed)', vscode.l10n.t('Ignore…'), IGNORE, id),
    link('$(book)', vscode.l10n.t('About {0}', finding.rule), OPEN_RULE, finding.rule),
  ];
  text.appendMarkdown(links.join(' &nbsp; '));
  return text;
}

const LINKED = [OPEN_RULE, FIX_FINDING, IGNORE];

function link(icon: string, title: string, command: string, argument: string): string {
  return `[${icon} ${title}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
}

/** The fix and what it may break, or why there is none; empty for a finding that nothing is offered for. */
function fixText({ fix, noFix }: FindingNode['finding']): string {
  if (fix === undefined) {
    return noFix === undefined ? '' : `$(circle-slash) ${escapeMarkdown(vscode.l10n.t('No automatic fix: {0}', noFix))}`;
  }
  const completed = fix.safety === 'placeholder' ? vscode.l10n.t('You have to complete it.') : '';
  return `$(lightbulb-autofix) ${escapeMarkdown([`${fix.title}.`, fix.caution ?? completed].join(' ').trim())}`;
}

/** Names from scanned files must not become links or images in a hover. Backticks stay: messages mark values with them. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_{}[\]()#+\-!<>|~$]/g, '\\$&').replace(/\n/g, ' ');
}
