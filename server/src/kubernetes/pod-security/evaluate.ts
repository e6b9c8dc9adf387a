import type { Workload } from '../model/model.ts';
import { BASELINE_CHECKS } from './baseline.ts';
import type { Check, PodSecurityLevel, Violation } from './check.ts';
import { RESTRICTED_CHECKS } from './restricted.ts';

export type { Breach, PodSecurityLevel, Violation } from './check.ts';

/** The newest version that changes a check; later ones and `latest` mean the same. */
export const NEWEST_POD_SECURITY: readonly [number, number] = [1, 37];

/**
 * What keeps the pods of a workload out of a level, as the Pod Security admission controller of that Kubernetes version
 * decides it (https://kubernetes.io/docs/concepts/security/pod-security-standards/): baseline checks by id, then restricted
 * ones. Values that only run time knows neither satisfy nor violate. Empty for the level `privileged`.
 */
export function evaluatePodSecurity(
  workload: Workload,
  level: PodSecurityLevel,
  version: readonly [number, number] = NEWEST_POD_SECURITY,
): readonly Violation[] {
  if (level === 'privileged') return [];
  const minor = version[0] > 1 ? Number.POSITIVE_INFINITY : version[1];
  return checksOf(level, minor).flatMap((check) =>
    runOf(check, minor)(workload).map(({ at, detail }) => ({ at, detail, check: check.id, level: check.level })),
  );
}

/** A restricted check that is stricter than a baseline one takes its place, in the versions that have it. */
function checksOf(level: 'baseline' | 'restricted', minor: number): readonly Check[] {
  const isActive = ({ versions }: Check): boolean => (versions[0]?.since ?? 0) <= minor;
  if (level === 'baseline') return BASELINE_CHECKS.filter(isActive);
  const restricted = RESTRICTED_CHECKS.filter(isActive);
  const overridden = new Set(restricted.map(({ overrides }) => overrides));
  return [...BASELINE_CHECKS.filter((check) => isActive(check) && !overridden.has(check.id)), ...restricted];
}

function runOf(check: Check, minor: number): Check['versions'][number]['run'] {
  return check.versions.findLast(({ since }) => since <= minor)?.run ?? (() => []);
}
