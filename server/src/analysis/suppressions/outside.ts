import type { Finding } from '../../core/finding.ts';
import type { FileSettings, SuppressedFinding } from '../types.ts';

/**
 * Splits findings into those that are reported and those that something outside of the file silences: the config, of rules that
 * were run only to see what it silences, or the baseline. `findings` are numbered, as the baseline's fingerprints are.
 */
export function silencedOutside(
  findings: readonly Finding[],
  { silenced = [], baseline }: FileSettings,
): { readonly kept: readonly Finding[]; readonly suppressed: readonly SuppressedFinding[] } {
  if (silenced.length === 0 && baseline === undefined) return { kept: findings, suppressed: [] };
  const off = new Set(silenced.map(({ rule }) => rule.id));
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const { span } = finding.at;
    const reason = baseline?.get(finding.fingerprint);
    if (off.has(finding.rule)) suppressed.push({ finding, by: { kind: 'config', source: 'config', span } });
    else if (reason === undefined) kept.push(finding);
    else suppressed.push({ finding, by: { kind: 'baseline', source: 'baseline', span, ...(reason && { reason }) } });
  }
  return { kept, suppressed };
}
