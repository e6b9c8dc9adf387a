import type { Value } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import type { Container, Handler, Workload } from '../model/model.ts';
import type { Breach, Check } from './check.ts';
import { hasUserNamespace, settersOf, whoIs } from './check.ts';
import { appArmorAnnotations, isConfiningAppArmor, isConfiningSeccomp, seccompAnnotations } from './profile-annotations.ts';
import { CONFINING, isBaselineCapability, SAFE_SYSCTLS, SELINUX_TYPES } from './tables.ts';

/** The checks of the level *baseline* (k8s.io/pod-security-admission, package policy; ids and versions are its own). */
export const BASELINE_CHECKS: readonly Check[] = [
  { id: 'appArmorProfile', level: 'baseline', versions: [{ since: 0, run: appArmorProfile }] },
  {
    id: 'capabilities_baseline',
    level: 'baseline',
    versions: [{ since: 0, run: (workload) => workload.containers.flatMap(addedCapabilities) }],
  },
  { id: 'hostNamespaces', level: 'baseline', versions: [{ since: 0, run: hostNamespaces }] },
  { id: 'hostPathVolumes', level: 'baseline', versions: [{ since: 0, run: hostPathVolumes }] },
  { id: 'hostPorts', level: 'baseline', versions: [{ since: 0, run: (workload) => workload.containers.flatMap(hostPorts) }] },
  {
    id: 'hostProbesAndHostLifecycle',
    level: 'baseline',
    versions: [{ since: 34, run: (workload) => workload.containers.flatMap(handlerHosts) }],
  },
  { id: 'privileged', level: 'baseline', versions: [{ since: 0, run: privileged }] },
  {
    id: 'procMount',
    level: 'baseline',
    versions: [
      { since: 0, run: procMount },
      { since: 35, run: (workload) => (hasUserNamespace(workload) ? [] : procMount(workload)) },
    ],
  },
  {
    id: 'seLinuxOptions',
    level: 'baseline',
    versions: SELINUX_TYPES.map(({ since, names }) => ({ since, run: (workload) => seLinuxOptions(workload, names) })),
  },
  {
    id: 'seccompProfile_baseline',
    level: 'baseline',
    versions: [
      { since: 0, run: annotatedSeccomp },
      { since: 19, run: seccompProfiles },
    ],
  },
  {
    id: 'sysctls',
    level: 'baseline',
    versions: SAFE_SYSCTLS.map(({ since, names }) => ({ since, run: (workload) => sysctls(workload, names) })),
  },
  { id: 'windowsHostProcess', level: 'baseline', versions: [{ since: 0, run: windowsHostProcess }] },
];

/** A breach when the value is known and bad. */
function judge<T>(value: Value<T>, isBad: (value: T) => boolean, detail: (value: T) => string): Breach[] {
  return value.kind === 'known' && isBad(value.value) ? [{ at: value.at, detail: detail(value.value) }] : [];
}

function appArmorProfile(workload: Workload): Breach[] {
  const fields = settersOf(workload).flatMap(({ who, security }) =>
    profileBreach(who, 'appArmorProfile', security.appArmorProfile),
  );
  const annotations = appArmorAnnotations(workload).flatMap(({ key, value }) =>
    judge(
      value,
      (profile) => !isConfiningAppArmor(profile),
      (profile) => `annotation \`${key}\` must not be \`${profile}\``,
    ),
  );
  return [...fields, ...annotations];
}

/** A profile that is there must name a type that confines; one without a type is as bad as `Unconfined`. */
export function profileBreach(
  who: string,
  field: string,
  profile: { readonly fields: { readonly value: Value<unknown> }; readonly type: Value<string> },
): Breach[] {
  const { type } = profile;
  if (profile.fields.value.kind !== 'known') return [];
  if (type.kind === 'absent')
    return [{ at: profile.fields.value.at, detail: `${who} must set a type in \`securityContext.${field}\`` }];
  return judge(
    type,
    (name) => !CONFINING.has(name),
    (name) => `${who} must not set \`securityContext.${field}.type\` to \`${name}\``,
  );
}

function addedCapabilities(container: Container): Breach[] {
  return container.securityContext.capabilities.add.items.flatMap((added) =>
    judge(
      added,
      (name) => !isBaselineCapability(name),
      (name) => `${whoIs(container)} must not include \`${name}\` in \`securityContext.capabilities.add\``,
    ),
  );
}

function hostNamespaces(workload: Workload): Breach[] {
  return (['hostNetwork', 'hostPID', 'hostIPC'] as const).flatMap((name) =>
    judge(
      workload[name],
      (shared) => shared,
      () => `pod must not set \`${name}\` to \`true\``,
    ),
  );
}

function hostPathVolumes(workload: Workload): Breach[] {
  return workload.volumes.items.flatMap((volume) =>
    volume.hostPath.value.kind === 'known'
      ? [{ at: volume.hostPath.value.at, detail: `volume \`${valueOf(volume.name) ?? ''}\` must not be a \`hostPath\`` }]
      : [],
  );
}

function hostPorts(container: Container): Breach[] {
  return container.ports.items.flatMap(({ hostPort }) =>
    judge(
      hostPort,
      (port) => port !== 0,
      (port) => `${whoIs(container)} must not use \`hostPort\` \`${port}\``,
    ),
  );
}

function handlerHosts(container: Container): Breach[] {
  const { livenessProbe, readinessProbe, startupProbe, postStart, preStop } = container;
  return [livenessProbe, readinessProbe, startupProbe, postStart, preStop].flatMap(({ httpGet, tcpSocket }: Handler) =>
    [httpGet, tcpSocket].flatMap((target) =>
      judge(
        target.string('host'),
        (host) => host !== '',
        (host) => `${whoIs(container)} must not name the host \`${host}\` in a probe or hook`,
      ),
    ),
  );
}

function privileged(workload: Workload): Breach[] {
  return workload.containers.flatMap((container) =>
    judge(
      container.securityContext.privileged,
      (set) => set,
      () => `${whoIs(container)} must not set \`securityContext.privileged\` to \`true\``,
    ),
  );
}

/** Both levels have it; only the baseline one is relaxed for user namespaces. */
export function procMount(workload: Workload): Breach[] {
  return workload.containers.flatMap((container) =>
    judge(
      container.securityContext.procMount,
      (type) => type !== 'Default',
      (type) => `${whoIs(container)} must not set \`securityContext.procMount\` to \`${type}\``,
    ),
  );
}

function seLinuxOptions(workload: Workload, types: readonly string[]): Breach[] {
  return settersOf(workload).flatMap(({ who, security: { seLinuxOptions } }) => [
    ...judge(
      seLinuxOptions.type,
      (type) => !types.includes(type),
      (type) => `${who} must not set \`seLinuxOptions.type\` to \`${type}\``,
    ),
    ...judge(
      seLinuxOptions.user,
      (user) => user !== '',
      () => `${who} must not set \`seLinuxOptions.user\``,
    ),
    ...judge(
      seLinuxOptions.role,
      (role) => role !== '',
      () => `${who} must not set \`seLinuxOptions.role\``,
    ),
  ]);
}

/** Before 1.19 profiles were annotations of the pod; afterwards these are not looked at. */
function annotatedSeccomp(workload: Workload): Breach[] {
  return seccompAnnotations(workload).flatMap(({ key, value }) =>
    judge(
      value,
      (profile) => !isConfiningSeccomp(profile),
      (profile) => `annotation \`${key}\` must not be \`${profile}\``,
    ),
  );
}

function seccompProfiles(workload: Workload): Breach[] {
  return settersOf(workload).flatMap(({ who, security }) => profileBreach(who, 'seccompProfile', security.seccompProfile));
}

function sysctls(workload: Workload, safe: readonly string[]): Breach[] {
  return workload.securityContext.sysctls.items.flatMap(({ name }) =>
    judge(
      name,
      (text) => !safe.includes(text),
      (text) => `pod must not set the sysctl \`${text}\``,
    ),
  );
}

function windowsHostProcess(workload: Workload): Breach[] {
  return settersOf(workload).flatMap(({ who, security }) =>
    judge(
      security.windowsOptions.hostProcess,
      (set) => set,
      () => `${who} must not set \`windowsOptions.hostProcess\` to \`true\``,
    ),
  );
}
