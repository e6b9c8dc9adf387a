/** From worst to mildest; shown as Error, Error, Warning, Information, Hint. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How sure a rule is that what it says holds. */
export type Confidence = 'high' | 'medium' | 'low';

/** 0 for critical … 4 for info. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Whether `severity` is `threshold` or worse. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severityRank(severity) <= severityRank(threshold);
}

/** `severity` made milder by `steps`, at most to info. */
export function lowered(severity: Severity, steps = 1): Severity {
  return SEVERITIES[Math.min(severityRank(severity) + steps, SEVERITIES.length - 1)] ?? 'info';
}
