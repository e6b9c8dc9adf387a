import type { Severity } from '../core/severity.ts';
import type { ToolChecks } from './control-plane/setting.ts';

/** What a PodSecurityPolicy may allow. */
export type PolicyAllowance =
  | 'privileged'
  | 'hostPID'
  | 'hostIPC'
  | 'hostNetwork'
  | 'allowPrivilegeEscalation'
  | 'root'
  | 'capabilities'
  | 'default-capabilities'
  | 'hostPath'
  | 'procMount'
  | 'sysctls'
  | 'seccomp';

interface AllowanceFacts {
  /** Where PodSecurityPolicies still have an effect. */
  readonly severity: Severity;
  /** Ends the sentence "`x` lets pods …". */
  readonly can: string;
  readonly checks: ToolChecks;
  /** Checks that flag more than is wrong, and what of it we leave alone. */
  readonly narrower?: { readonly note: string; readonly checks: ToolChecks };
}

/**
 * Fields of PodSecurityPolicy v1beta1, which Kubernetes had until 1.24
 * (https://v1-24.docs.kubernetes.io/docs/concepts/security/pod-security-policy/), and the checks of other tools for them.
 */
export const POLICY_ALLOWANCES: Readonly<Record<PolicyAllowance, AllowanceFacts>> = {
  privileged: {
    severity: 'critical',
    can: 'run privileged',
    checks: { checkov: 'CKV_K8S_2', kubescape: 'C-0213', kics: 'PSP set to privileged' },
  },
  hostPID: {
    severity: 'high',
    can: 'see and signal the processes of the node',
    checks: { checkov: 'CKV_K8S_1', kubescape: 'C-0214', kics: 'PSP allows sharing host PID' },
  },
  hostIPC: {
    severity: 'high',
    can: 'use the shared memory of the node',
    checks: { checkov: 'CKV_K8S_3', kubescape: 'C-0215', kics: 'PSP allows sharing host IPC' },
  },
  hostNetwork: {
    severity: 'high',
    can: 'use the network of the node',
    checks: { checkov: 'CKV_K8S_4', kubescape: 'C-0216', kics: 'PodSecurityPolicy allows host network sharing' },
  },
  allowPrivilegeEscalation: {
    severity: 'medium',
    can: 'gain rights through setuid programs',
    checks: { checkov: 'CKV_K8S_5', kubescape: 'C-0217', kics: 'PSP allows privilege escalation' },
  },
  root: {
    severity: 'medium',
    can: 'run as root',
    checks: { checkov: 'CKV_K8S_6', kubescape: 'C-0218', kics: 'Root containers admitted' },
  },
  capabilities: {
    severity: 'medium',
    can: 'add capabilities',
    checks: { checkov: 'CKV_K8S_24', kubescape: 'C-0219', kics: 'PSP with added capabilities' },
  },
  'default-capabilities': {
    severity: 'low',
    can: 'keep capabilities of the runtime, `NET_RAW` among them',
    checks: {
      checkov: ['CKV_K8S_7', 'CKV_K8S_36'],
      kubescape: 'C-0220',
      kics: ['NET_RAW capabilities disabled for PSP', 'Unrestricted capabilities in PodSecurityPolicy'],
    },
  },
  hostPath: {
    severity: 'high',
    can: 'mount every path of the node',
    checks: {},
    narrower: {
      note: 'only where `volumes` lets host paths through',
      checks: { kics: 'PSP with unrestricted access to host path' },
    },
  },
  procMount: {
    severity: 'medium',
    can: 'see all of `/proc`',
    checks: { kics: 'Container with unmasked /proc access' },
  },
  sysctls: {
    severity: 'medium',
    can: 'change kernel settings of the node',
    checks: {},
  },
  seccomp: {
    severity: 'low',
    can: 'run without a seccomp profile',
    checks: { checkov: 'CKV_K8S_32' },
  },
};

const NAMES: Readonly<Record<string, string>> = {
  'C-0213': 'psp-deny-privileged-container',
  'C-0214': 'psp-deny-hostpid',
  'C-0215': 'psp-deny-hostipc',
  'C-0216': 'psp-deny-hostnetwork',
  'C-0217': 'psp-deny-allowprivilegeescalation',
  'C-0218': 'psp-deny-root-container',
  'C-0219': 'psp-deny-allowed-capabilities',
  'C-0220': 'psp-required-drop-capabilities',
  CKV_K8S_6: 'RootContainersPSP',
  'PSP set to privileged': 'c48e57d3-d642-4e0b-90db-37f807b41b91 psp_set_to_privileged',
  'PSP allows sharing host IPC': '80f93444-b240-4ebb-a4c6-5c40b76c04ea psp_allows_sharing_host_ipc',
  'PodSecurityPolicy allows host network sharing':
    'a33e9173-b674-4dfb-9d82-cf3754816e4b psp_containers_share_host_network_namespace',
  'PSP allows privilege escalation': '87554eef-154d-411d-bdce-9dbd91e56851 psp_allows_privilege_escalation',
  'PSP with unrestricted access to host path': 'de4421f1-4e35-43b4-9783-737dd4e4a47e psp_with_unrestricted_access_to_host_path',
  'Root containers admitted': 'e3aa0612-4351-4a0d-983f-aefea25cf203 root_containers_admitted',
  'PSP with added capabilities': '7307579a-3abb-46ad-9ce5-2a915634d5c8 psp_with_added_capabilities',
  'NET_RAW capabilities disabled for PSP': '2270987f-bb51-479f-b8be-3ca73e5ad648 net_raw_capabilities_disabled_for_psp',
  'Unrestricted capabilities in PodSecurityPolicy':
    'caa93370-791f-4fc6-814b-ba6ce0cb4032 not_limited_capabilities_for_pod_security_policy',
  'Container with unmasked /proc access': 'f922827f-aab6-447c-832a-e1ff63312bd3 container_runs_unmasked',
};

/** Other names of a check, as suppression comments may have them (metadata of KICS, Kubescape and Checkov, seen 2026-11). */
export function policyCheckNames(check: string): readonly string[] {
  return Object.hasOwn(NAMES, check) ? (NAMES[check] ?? '').split(' ') : [];
}
