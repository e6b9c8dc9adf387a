/** The words of the user interface that more than one surface uses. */
import * as vscode from 'vscode';
import type { Vector, WireSuppression } from '../../server/src/lsp/protocol.ts';
import { type Counts, type Filters, type Grouping, SEVERITY_ORDER, type Severity } from './tree/model.ts';

/** A severity as a title. */
export function severityName(severity: Severity): string {
  switch (severity) {
    case 'critical':
      return vscode.l10n.t('Critical');
    case 'high':
      return vscode.l10n.t('High');
    case 'medium':
      return vscode.l10n.t('Medium');
    case 'low':
      return vscode.l10n.t('Low');
    case 'info':
      return vscode.l10n.t('Info');
  }
}

/** `2 critical`, in running text. */
function severityCount(severity: Severity, count: number): string {
  switch (severity) {
    case 'critical':
      return vscode.l10n.t('{0} critical', count);
    case 'high':
      return vscode.l10n.t('{0} high', count);
    case 'medium':
      return vscode.l10n.t('{0} medium', count);
    case 'low':
      return vscode.l10n.t('{0} low', count);
    case 'info':
      return vscode.l10n.t('{0} info', count);
  }
}

/** `2 critical, 5 high`: worst first, nothing about severities without findings; empty when there are no findings. */
export function countsText(counts: Counts, separator = ', '): string {
  return SEVERITY_ORDER.filter((severity) => counts[severity] > 0)
    .map((severity) => severityCount(severity, counts[severity]))
    .join(separator);
}

/** `1 finding`, `7 findings`. */
export function findingsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
}

/** A grouping as a choice. */
export function groupingName(grouping: Grouping): string {
  switch (grouping) {
    case 'severity':
      return vscode.l10n.t('Severity');
    case 'file':
      return vscode.l10n.t('File');
    case 'resource':
      return vscode.l10n.t('Resource');
    case 'rule':
      return vscode.l10n.t('Rule');
    case 'vector':
      return vscode.l10n.t('Attack Vector');
  }
}

/** What an attacker gains, as a title. */
export function vectorName(vector: string): string {
  const names: Readonly<Record<Vector, string>> = {
    'container-escape': vscode.l10n.t('Container Escape'),
    'privilege-escalation': vscode.l10n.t('Privilege Escalation'),
    'host-access': vscode.l10n.t('Host Access'),
    'secret-exposure': vscode.l10n.t('Secret Exposure'),
    'supply-chain': vscode.l10n.t('Supply Chain'),
    'network-exposure': vscode.l10n.t('Network Exposure'),
    'resource-abuse': vscode.l10n.t('Resource Abuse'),
    other: vscode.l10n.t('Correctness and Good Practice'),
  };
  return names[vector as Vector] ?? vector;
}

/** What silences a finding: `by a comment`, `by a comment for hadolint`, `by the config`. */
export function silencerText({ kind, source }: WireSuppression): string {
  const isOurs = source === 'seaworthy';
  switch (kind) {
    case 'comment':
      return isOurs ? vscode.l10n.t('by a comment') : vscode.l10n.t('by a comment for {0}', source);
    case 'annotation':
      return isOurs ? vscode.l10n.t('by an annotation') : vscode.l10n.t('by an annotation for {0}', source);
    case 'config':
      return vscode.l10n.t('by the config');
    case 'baseline':
      return vscode.l10n.t('by the baseline');
  }
}

/** What the filters let through: `critical, high · with a fix · current file`. */
export function filtersText(filters: Filters): string {
  const parts: string[] = [];
  if (filters.hiddenSeverities.length > 0) {
    const shown = SEVERITY_ORDER.filter((severity) => !filters.hiddenSeverities.includes(severity));
    parts.push(shown.length === 0 ? vscode.l10n.t('no severity') : shown.map((s) => severityName(s).toLowerCase()).join(', '));
  }
  if (filters.text !== '') parts.push(`“${filters.text}”`);
  if (filters.fixableOnly) parts.push(vscode.l10n.t('with a fix'));
  if (filters.currentFileOnly) parts.push(vscode.l10n.t('current file'));
  if (filters.changedFilesOnly) parts.push(vscode.l10n.t('changed files'));
  return parts.join(' · ');
}

/** `4 ms`, `1.2 s`. */
export function durationText(milliseconds: number): string {
  return milliseconds < 1000
    ? vscode.l10n.t('{0} ms', Math.round(milliseconds))
    : vscode.l10n.t('{0} s', (milliseconds / 1000).toFixed(1));
}
