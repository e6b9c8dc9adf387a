import type { Environment } from '../core/rule.ts';

/** Whether the cluster of `environment` has at least Kubernetes `1.minor`. */
export function isSince(environment: Environment, minor: number): boolean {
  const [major, actual] = environment.kubernetesVersion;
  return major > 1 || (major === 1 && actual >= minor);
}
