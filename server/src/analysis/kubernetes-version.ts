/** The newest Kubernetes minor version that the rules know (2026-11; https://kubernetes.io/releases/). */
export const NEWEST_KUBERNETES: readonly [number, number] = [1, 37];

/** Reads `1.34`, `v1.34` or `1.34.2`; undefined for anything else. */
export function parseKubernetesVersion(text: string): readonly [number, number] | undefined {
  const match = /^v?(\d+)\.(\d+)(?:\.\d+)?$/.exec(text.trim());
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}
