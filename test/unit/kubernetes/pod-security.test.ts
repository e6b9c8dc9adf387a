import { describe, expect, it } from 'vitest';
import { evaluatePodSecurity, type PodSecurityLevel } from '../../../server/src/kubernetes/pod-security/evaluate.ts';
import { workloadOf } from './read.ts';

interface Pod {
  readonly pod?: string;
  readonly security?: string;
  readonly container?: string;
  readonly containerSecurity?: string;
  readonly annotations?: string;
}

/** A pod that passes *restricted* in every version, but for what is given. */
function podWith({ pod = '', security, container = '', containerSecurity, annotations = '' }: Pod): string {
  const hardened = 'allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}';
  return `apiVersion: v1
kind: Pod
metadata: {name: p, annotations: {${annotations}}}
spec:
  ${pod}
  securityContext: {${security ?? 'runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}'}}
  initContainers: [{name: init, image: i, securityContext: {${hardened}}}]
  containers:
  - name: a
    image: i
    ${container}
    securityContext: {${containerSecurity ?? hardened}}
`;
}

function checks(pod: Pod, level: PodSecurityLevel, minor = 37): string[] {
  return [...new Set(evaluatePodSecurity(workloadOf(podWith(pod)), level, [1, minor]).map(({ check }) => check))];
}

const APE = 'allowPrivilegeEscalation: false';
const DROP = 'capabilities: {drop: [ALL]}';

/** What the pod has, level, versions in which the check fires (first, and first again without). */
const TABLE: readonly (readonly [string, Pod, PodSecurityLevel, string, number, number?])[] = [
  ['hostPID', { pod: 'hostPID: true' }, 'baseline', 'hostNamespaces', 0],
  ['hostNetwork by YAML 1.1', { pod: 'hostNetwork: yes' }, 'baseline', 'hostNamespaces', 0],
  ['a hostPath', { pod: 'volumes: [{name: v, hostPath: {path: /x}}]' }, 'baseline', 'hostPathVolumes', 0],
  ['a hostPort', { container: 'ports: [{hostPort: 80}]' }, 'baseline', 'hostPorts', 0],
  ['a probe host', { container: 'livenessProbe: {httpGet: {host: 127.0.0.1}}' }, 'baseline', 'hostProbesAndHostLifecycle', 34],
  ['a hook host', { container: 'lifecycle: {postStart: {tcpSocket: {host: h}}}' }, 'baseline', 'hostProbesAndHostLifecycle', 34],
  ['privileged', { containerSecurity: 'privileged: true' }, 'baseline', 'privileged', 0],
  ['an added NET_RAW', { containerSecurity: 'capabilities: {add: [NET_RAW]}' }, 'baseline', 'capabilities_baseline', 0],
  ['an added CAP_CHOWN', { containerSecurity: 'capabilities: {add: [CAP_CHOWN]}' }, 'baseline', 'capabilities_baseline', 0],
  ['unmasked /proc', { containerSecurity: 'procMount: Unmasked' }, 'baseline', 'procMount', 0],
  [
    'unmasked /proc, user namespace',
    { pod: 'hostUsers: false', containerSecurity: 'procMount: Unmasked' },
    'baseline',
    'procMount',
    0,
    35,
  ],
  ['container_engine_t', { security: 'seLinuxOptions: {type: container_engine_t}' }, 'baseline', 'seLinuxOptions', 0, 31],
  ['an SELinux role', { containerSecurity: 'seLinuxOptions: {role: r}' }, 'baseline', 'seLinuxOptions', 0],
  ['seccomp Unconfined', { security: 'seccompProfile: {type: Unconfined}' }, 'baseline', 'seccompProfile_baseline', 19],
  ['seccomp without type', { containerSecurity: 'seccompProfile: {}' }, 'baseline', 'seccompProfile_baseline', 19],
  [
    'the seccomp annotation',
    { annotations: 'seccomp.security.alpha.kubernetes.io/pod: unconfined' },
    'baseline',
    'seccompProfile_baseline',
    0,
    19,
  ],
  [
    'the AppArmor annotation',
    { annotations: 'container.apparmor.security.beta.kubernetes.io/zz: unconfined' },
    'baseline',
    'appArmorProfile',
    0,
  ],
  ['AppArmor Unconfined', { containerSecurity: 'appArmorProfile: {type: Unconfined}' }, 'baseline', 'appArmorProfile', 0],
  ['tcp_rmem', { security: 'sysctls: [{name: net.ipv4.tcp_rmem}]' }, 'baseline', 'sysctls', 0, 32],
  ['ip_local_reserved_ports', { security: 'sysctls: [{name: net.ipv4.ip_local_reserved_ports}]' }, 'baseline', 'sysctls', 0, 27],
  ['kernel.msgmax', { security: 'sysctls: [{name: kernel.msgmax}]' }, 'baseline', 'sysctls', 0],
  ['hostProcess', { security: 'windowsOptions: {hostProcess: true}' }, 'baseline', 'windowsHostProcess', 0],
  ['escalation unset', { containerSecurity: DROP }, 'restricted', 'allowPrivilegeEscalation', 8],
  [
    'escalation unset, Windows',
    { pod: 'os: {name: windows}', containerSecurity: DROP },
    'restricted',
    'allowPrivilegeEscalation',
    8,
    25,
  ],
  ['nothing dropped', { containerSecurity: APE }, 'restricted', 'capabilities_restricted', 22],
  [
    'all in lower case',
    { containerSecurity: `${APE}, capabilities: {drop: [all]}` },
    'restricted',
    'capabilities_restricted',
    22,
  ],
  [
    'CHOWN added',
    { containerSecurity: `${APE}, capabilities: {drop: [ALL], add: [CHOWN]}` },
    'restricted',
    'capabilities_restricted',
    22,
  ],
  [
    'nothing dropped, Windows',
    { pod: 'os: {name: windows}', containerSecurity: APE },
    'restricted',
    'capabilities_restricted',
    22,
    25,
  ],
  [
    'unmasked /proc, user namespace',
    { pod: 'hostUsers: false', containerSecurity: `${APE}, ${DROP}, procMount: Unmasked` },
    'restricted',
    'procMount_restricted',
    35,
  ],
  ['an nfs volume', { pod: 'volumes: [{name: v, nfs: {server: s}}]' }, 'restricted', 'restrictedVolumes', 0],
  ['an unknown volume', { pod: 'volumes: [{name: v, novel: {}}]' }, 'restricted', 'restrictedVolumes', 0],
  ['runAsNonRoot unset', { security: 'seccompProfile: {type: RuntimeDefault}' }, 'restricted', 'runAsNonRoot', 0],
  [
    'runAsNonRoot unset, user namespace',
    { pod: 'hostUsers: false', security: 'seccompProfile: {type: RuntimeDefault}' },
    'restricted',
    'runAsNonRoot',
    0,
    35,
  ],
  [
    'runAsNonRoot false, overridden',
    { containerSecurity: `${APE}, ${DROP}, runAsNonRoot: false` },
    'restricted',
    'runAsNonRoot',
    0,
  ],
  ['runAsUser 0', { containerSecurity: `${APE}, ${DROP}, runAsUser: 0` }, 'restricted', 'runAsUser', 23],
  ['no seccomp profile', { security: 'runAsNonRoot: true' }, 'restricted', 'seccompProfile_restricted', 19],
  [
    'no seccomp profile, Windows',
    { pod: 'os: {name: windows}', security: 'runAsNonRoot: true' },
    'restricted',
    'seccompProfile_restricted',
    19,
    25,
  ],
];

describe('Pod Security Standards', () => {
  it.each(TABLE.map(([what, pod, level, check, since, until]) => ({ what, pod, level, check, since, until: until ?? 38 })))(
    '$what: $check from 1.$since, before 1.$until',
    ({ pod, level, check, since, until }) => {
      for (const minor of [0, 7, 8, 18, 19, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37]) {
        const fires = checks(pod, level, minor).includes(check);
        expect(fires, `1.${minor}`).toBe(minor >= since && minor < until);
      }
    },
  );

  it.each([
    ['nothing more', {}],
    ['a volume with only a name', { pod: 'volumes: [{name: v}]' }],
    ['an added NET_BIND_SERVICE', { containerSecurity: `${APE}, capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}` }],
    ['hostPort 0', { container: 'ports: [{hostPort: 0}]' }],
    ['a probe without host', { container: 'livenessProbe: {httpGet: {host: "", port: 80}}' }],
    [
      'values that only run time knows',
      { pod: 'hostPID: ${P}', containerSecurity: `${APE}, capabilities: {drop: ["{{ .d }}"]}, privileged: "{{ .p }}"` },
    ],
    ['values that the API refuses', { pod: 'hostPID: "true"' }],
  ])('restricted passes with %s', (_, pod) => {
    for (const minor of [0, 19, 25, 37]) expect(checks(pod, 'restricted', minor)).toEqual([]);
  });

  it('has no checks at the level privileged', () => {
    expect(checks({ pod: 'hostPID: true', containerSecurity: 'privileged: true' }, 'privileged')).toEqual([]);
  });

  it('reports a stricter check in place of the baseline one it overrides', () => {
    expect(checks({ pod: 'volumes: [{name: v, hostPath: {path: /}}]' }, 'restricted')).toEqual(['restrictedVolumes']);
    expect(checks({ containerSecurity: `${APE}, ${DROP}, procMount: Unmasked` }, 'restricted', 34)).toEqual(['procMount']);
    expect(checks({ containerSecurity: `${APE}, ${DROP}, procMount: Unmasked` }, 'restricted', 35)).toEqual([
      'procMount_restricted',
    ]);
  });

  it('puts each violation on the token that is wrong, or on the container that lacks something', () => {
    const text = podWith({ security: 'runAsNonRoot: false', containerSecurity: 'privileged: true' });
    const found = evaluatePodSecurity(workloadOf(text), 'restricted').map(({ check, at, detail }) => [
      check,
      text.slice(at.span.start, at.span.end),
      detail,
    ]);
    expect(found).toEqual([
      ['privileged', 'true', 'container `a` must not set `securityContext.privileged` to `true`'],
      ['allowPrivilegeEscalation', 'a', 'container `a` must set `securityContext.allowPrivilegeEscalation` to `false`'],
      ['capabilities_restricted', 'a', 'container `a` must include `ALL` in `securityContext.capabilities.drop`'],
      ['runAsNonRoot', 'false', 'pod must not set `securityContext.runAsNonRoot` to `false`'],
      [
        'seccompProfile_restricted',
        'init',
        'pod or container `init` must set `securityContext.seccompProfile.type` to `RuntimeDefault` or `Localhost`',
      ],
      [
        'seccompProfile_restricted',
        'a',
        'pod or container `a` must set `securityContext.seccompProfile.type` to `RuntimeDefault` or `Localhost`',
      ],
    ]);
  });

  it('visits ephemeral containers', () => {
    const workload = workloadOf(
      'kind: Pod\nspec: {containers: [], ephemeralContainers: [{name: e, image: i, securityContext: {privileged: true}}]}\n',
    );
    expect(evaluatePodSecurity(workload, 'baseline').map(({ check }) => check)).toEqual(['privileged']);
  });
});
