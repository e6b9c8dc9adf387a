import type { KubernetesObject, Workload } from '../model/model.ts';
import { evaluatePodSecurity, NEWEST_POD_SECURITY, type PodSecurityLevel, type Violation } from './evaluate.ts';

/** The level that the pods of a workload reach, and what separates them from stricter ones. */
export interface ReachedLevel {
  readonly level: PodSecurityLevel;
  /** The next stricter level; undefined at the strictest. */
  readonly next: 'baseline' | 'restricted' | undefined;
  /** What keeps them out of the next level. */
  readonly towardsNext: readonly Violation[];
  /** What keeps them out of *restricted*. */
  readonly towardsRestricted: readonly Violation[];
}

/** The strictest of the Pod Security Standards (https://kubernetes.io/docs/concepts/security/pod-security-standards/) that holds. */
export function reachedLevel(workload: Workload, version: readonly [number, number] = NEWEST_POD_SECURITY): ReachedLevel {
  const baseline = evaluatePodSecurity(workload, 'baseline', version);
  const restricted = evaluatePodSecurity(workload, 'restricted', version);
  if (baseline.length > 0) return { level: 'privileged', next: 'baseline', towardsNext: baseline, towardsRestricted: restricted };
  if (restricted.length > 0)
    return { level: 'baseline', next: 'restricted', towardsNext: restricted, towardsRestricted: restricted };
  return { level: 'restricted', next: undefined, towardsNext: [], towardsRestricted: [] };
}

/** Of an object's workloads the one that most separates from *restricted*; nearly all objects have one or none. */
export function weakestWorkload({ workloads }: KubernetesObject, version: readonly [number, number]): Workload | undefined {
  if (workloads.length < 2) return workloads[0];
  const distance = (workload: Workload) => evaluatePodSecurity(workload, 'restricted', version).length;
  return workloads.reduce((weakest, other) => (distance(other) > distance(weakest) ? other : weakest));
}
