import type { Equivalent } from '../../core/rule.ts';

/**
 * Checks of other tools that several of our rules serve together: each place is reported by the one that fits it best, all of
 * them report what the check does.
 */
const EACH_PATH = 'together with the other rules about host paths: each path is reported by the one that knows it best';
const EACH_CAPABILITY = 'together with the other rules about added capabilities: each is reported by the one that fits it best';

/** What asks for any `hostPath`: served by `container-runtime-socket`, `credential-host-path`, `sensitive-host-path`, `host-path-volume`. */
export const ANY_HOST_PATH = {
  pss: [
    { id: 'hostPathVolumes', relation: 'equal', note: EACH_PATH },
    { id: 'restrictedVolumes', relation: 'equal', note: 'together with the rules about host paths and `restricted-volume-type`' },
  ],
  trivy: [{ id: 'KSV-0023', relation: 'equal', note: EACH_PATH, aliases: ['AVD-KSV-0023', 'KSV023', 'no-mounted-hostpath'] }],
  kubescape: [
    {
      id: 'C-0048',
      relation: 'wider',
      note: `${EACH_PATH}; also volumes that no container mounts`,
      aliases: ['alert-any-hostpath'],
    },
  ],
  polaris: [{ id: 'hostPathSet', relation: 'equal', note: EACH_PATH }],
  kics: [
    {
      id: 'Non kube-system pod with host mount',
      relation: 'wider',
      note: `${EACH_PATH}; also in kube-system`,
      aliases: ['aa8f7a35-9923-4cad-bd61-a19b7f6aac91'],
    },
  ],
} as const satisfies Record<string, readonly Equivalent[]>;

/** What asks for certain directories of the node: those above but `host-path-volume`. */
export const SENSITIVE_HOST_PATH = {
  'kube-linter': [{ id: 'sensitive-host-mounts', relation: 'wider', note: `${EACH_PATH}; also what lies below its directories` }],
  trivy: [
    {
      id: 'KSV-0121',
      relation: 'wider',
      note: `${EACH_PATH}; also what lies below its directories`,
      aliases: ['AVD-KSV-0121', 'KSV121', 'no-k8s-with-disallowed-volumes'],
    },
  ],
  kics: [
    {
      id: 'Workload mounting with sensitive OS directory',
      relation: 'wider',
      note: `${EACH_PATH}; also more directories`,
      aliases: ['5308a7a8-06f8-45ac-bf10-791fe21de46e'],
    },
  ],
} as const satisfies Record<string, readonly Equivalent[]>;

/** What *baseline* does not let `capabilities.add` hold: `dangerous-capability`, `capability-not-baseline`, `capability-wrong-spelling`. */
export const NOT_BASELINE_CAPABILITY = {
  id: 'capabilities_baseline',
  relation: 'equal',
  note: EACH_CAPABILITY,
} as const satisfies Equivalent;

/** What *restricted* asks of capabilities: those above, `capability-add-restricted` and `capabilities-drop-all`. */
export const RESTRICTED_CAPABILITY = {
  id: 'capabilities_restricted',
  relation: 'equal',
  note: 'together with the rules about added capabilities and `capabilities-drop-all`',
} as const satisfies Equivalent;

const SINGLE = 'also where single capabilities are dropped';
const CONTEXT =
  'each setting that is missing has a rule of its own; a pod whose containers set all of them is fine without a context of its own';

/** What asks for a `securityContext` whatever is in it, or for any dropped capability: served by `capabilities-drop-all`. */
export const ANY_SECURITY_CONTEXT = {
  trivy: [
    { id: 'KSV-0004', relation: 'wider', note: SINGLE, aliases: ['AVD-KSV-0004', 'KSV004'] },
    { id: 'KSV-0118', relation: 'wider', note: CONTEXT, aliases: ['AVD-KSV-0118', 'KSV118', 'no-default-security-context'] },
  ],
  checkov: [
    { id: 'CKV_K8S_28', relation: 'wider', note: SINGLE, aliases: ['DropCapabilities'] },
    { id: 'CKV_K8S_29', relation: 'wider', note: CONTEXT, aliases: ['PodSecurityContext'] },
    { id: 'CKV_K8S_30', relation: 'wider', note: CONTEXT, aliases: ['ContainerSecurityContext'] },
  ],
  kics: [
    {
      id: 'NET_RAW capabilities not dropped',
      relation: 'wider',
      note: SINGLE,
      aliases: ['dbbc6705-d541-43b0-b166-dd4be8208b54'],
    },
    {
      id: 'Pod or container without security context',
      relation: 'wider',
      note: CONTEXT,
      aliases: ['a97a340a-0063-418e-b3a1-3028941d0995'],
    },
  ],
} as const satisfies Record<string, readonly Equivalent[]>;
