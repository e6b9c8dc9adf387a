import type { Finding, Resource } from '../core/finding.ts';
import type { Severity } from '../core/severity.ts';
import { severityRank } from '../core/severity.ts';
import { resourceInWords } from './words.ts';

/** What an editor shows as one diagnostic: a finding, or all that one resource lacks. */
export type Shown =
  | { readonly kind: 'single'; readonly finding: Finding }
  | { readonly kind: 'group'; readonly resource: Resource; readonly severity: Severity; readonly findings: readonly Finding[] };

/**
 * Puts the absences of each resource together when there is more than one, so that a plain file is not a row of squiggles
 * under one name. Only editors do so: the tree, reports and the engine know single findings. In order of position.
 */
export function groupAbsences(findings: readonly Finding[]): readonly Shown[] {
  const lacking = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!isGroupable(finding)) continue;
    const key = keyOf(finding.resource);
    lacking.set(key, [...(lacking.get(key) ?? []), finding]);
  }
  const shown: Shown[] = [];
  for (const finding of findings) {
    const group = isGroupable(finding) ? (lacking.get(keyOf(finding.resource)) ?? []) : [];
    if (group.length < 2) shown.push({ kind: 'single', finding });
    else if (group[0] === finding)
      shown.push({ kind: 'group', resource: finding.resource, severity: worstOf(group), findings: group });
  }
  return shown;
}

/** `` `web` lacks 5 hardening options ``, `The final stage lacks 2 hardening options`. */
export function groupMessage(group: Extract<Shown, { kind: 'group' }>): string {
  const name = resourceInWords(group.resource);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} lacks ${group.findings.length} hardening options`;
}

function isGroupable(finding: Finding): boolean {
  return finding.absence && finding.at.uri === undefined && finding.resource.at.uri === undefined;
}

function keyOf(resource: Resource): string {
  return `${resource.kind} ${resource.at.span.start} ${resource.name}`;
}

function worstOf(findings: readonly Finding[]): Severity {
  return findings.reduce<Severity>(
    (worst, { severity }) => (severityRank(severity) < severityRank(worst) ? severity : worst),
    'info',
  );
}
