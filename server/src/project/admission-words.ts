import type { Violation } from '../kubernetes/pod-security/evaluate.ts';

/**
 * How the Pod Security admission controller names a violated check, by its id
 * (`policy/check_*.go` of k8s.io/pod-security-admission: the `ForbiddenReason` of each check).
 */
const REASONS: Readonly<Record<string, string>> = {
  allowPrivilegeEscalation: 'allowPrivilegeEscalation != false',
  appArmorProfile: 'forbidden AppArmor profiles',
  capabilities_baseline: 'non-default capabilities',
  capabilities_restricted: 'unrestricted capabilities',
  hostNamespaces: 'host namespaces',
  hostPathVolumes: 'hostPath volumes',
  hostPorts: 'hostPort',
  hostProbesAndHostLifecycle: 'probe or lifecycle host',
  privileged: 'privileged',
  procMount: 'procMount',
  procMount_restricted: 'procMount',
  restrictedVolumes: 'restricted volume types',
  runAsNonRoot: 'runAsNonRoot != true',
  runAsUser: 'runAsUser=0',
  seLinuxOptions: 'seLinuxOptions',
  seccompProfile_baseline: 'seccompProfile',
  seccompProfile_restricted: 'seccompProfile',
  sysctls: 'forbidden sysctls',
  windowsHostProcess: 'hostProcess',
};

/** What admission says of some violations: each check once, with who must do what. */
export function admissionWords(violations: readonly Violation[]): string {
  const byCheck = new Map<string, string[]>();
  for (const { check, detail } of violations) byCheck.set(check, [...(byCheck.get(check) ?? []), detail.replaceAll('`', '"')]);
  return [...byCheck].map(([check, details]) => `${REASONS[check] ?? check} (${details.join('; ')})`).join(', ');
}
