import { valueOf } from '../../core/value.ts';
import type { Container, Workload } from '../model/model.ts';
import { procMount, profileBreach } from './baseline.ts';
import type { Breach, Check } from './check.ts';
import { hasUserNamespace, settersOf, whoIs } from './check.ts';
import { CONFINING, isRestrictedCapability, RESTRICTED_VOLUMES } from './tables.ts';

/** The checks that *restricted* adds (k8s.io/pod-security-admission, package policy; ids and versions are its own). */
export const RESTRICTED_CHECKS: readonly Check[] = [
  {
    id: 'allowPrivilegeEscalation',
    level: 'restricted',
    versions: [
      { since: 8, run: escalation },
      { since: 25, run: onLinux(escalation) },
    ],
  },
  {
    id: 'capabilities_restricted',
    level: 'restricted',
    overrides: 'capabilities_baseline',
    versions: [
      { since: 22, run: capabilities },
      { since: 25, run: onLinux(capabilities) },
    ],
  },
  { id: 'procMount_restricted', level: 'restricted', overrides: 'procMount', versions: [{ since: 35, run: procMount }] },
  { id: 'restrictedVolumes', level: 'restricted', overrides: 'hostPathVolumes', versions: [{ since: 0, run: volumes }] },
  {
    id: 'runAsNonRoot',
    level: 'restricted',
    versions: [
      { since: 0, run: runAsNonRoot },
      { since: 35, run: (workload) => (hasUserNamespace(workload) ? [] : runAsNonRoot(workload)) },
    ],
  },
  {
    id: 'runAsUser',
    level: 'restricted',
    versions: [
      { since: 23, run: runAsUser },
      { since: 35, run: (workload) => (hasUserNamespace(workload) ? [] : runAsUser(workload)) },
    ],
  },
  {
    id: 'seccompProfile_restricted',
    level: 'restricted',
    overrides: 'seccompProfile_baseline',
    versions: [
      { since: 19, run: seccomp },
      { since: 25, run: onLinux(seccomp) },
    ],
  },
];

/** The check for pods that are not said to be Windows pods. */
function onLinux(run: (workload: Workload) => readonly Breach[]): (workload: Workload) => readonly Breach[] {
  return (workload) => (workload.isWindows ? [] : run(workload));
}

function escalation(workload: Workload): Breach[] {
  return workload.containers.flatMap((container) => {
    const { allowPrivilegeEscalation: allowed } = container.securityContext;
    const detail = `${whoIs(container)} must set \`securityContext.allowPrivilegeEscalation\` to \`false\``;
    return allowed.kind === 'absent' || valueOf(allowed) === true ? [{ at: allowed.at, detail }] : [];
  });
}

function capabilities(workload: Workload): Breach[] {
  return workload.containers.flatMap((container) => [...drops(container), ...adds(container)]);
}

function drops(container: Container): Breach[] {
  const { drop } = container.securityContext.capabilities;
  if (drop.open || drop.items.some((name) => valueOf(name) === 'ALL')) return [];
  return [{ at: container.at, detail: `${whoIs(container)} must include \`ALL\` in \`securityContext.capabilities.drop\`` }];
}

function adds(container: Container): Breach[] {
  return container.securityContext.capabilities.add.items.flatMap((added) =>
    added.kind === 'known' && !isRestrictedCapability(added.value)
      ? [
          {
            at: added.at,
            detail: `${whoIs(container)} must not include \`${added.value}\` in \`securityContext.capabilities.add\``,
          },
        ]
      : [],
  );
}

function volumes(workload: Workload): Breach[] {
  return workload.volumes.items.flatMap(({ type, name, at, sources }) => {
    if (type === undefined || sources.length === 0 || sources.some((source) => RESTRICTED_VOLUMES.has(source))) return [];
    return [{ at, detail: `volume \`${valueOf(name) ?? ''}\` must not be of the type \`${type}\`` }];
  });
}

/** An explicit `false` counts even where it is overridden; only without one is the missing value looked for. */
function runAsNonRoot(workload: Workload): Breach[] {
  const explicit = settersOf(workload).flatMap(({ who, security: { runAsNonRoot: value } }): Breach[] =>
    valueOf(value) === false
      ? [{ at: value.at, detail: `${who} must not set \`securityContext.runAsNonRoot\` to \`false\`` }]
      : [],
  );
  if (explicit.length > 0) return explicit;
  return workload.containers
    .filter(({ effective }) => effective.runAsNonRoot.kind === 'absent')
    .map((container) => ({
      at: container.at,
      detail: `pod or ${whoIs(container)} must set \`securityContext.runAsNonRoot\` to \`true\``,
    }));
}

function runAsUser(workload: Workload): Breach[] {
  return settersOf(workload).flatMap(({ who, security: { runAsUser: user } }) =>
    valueOf(user) === 0 ? [{ at: user.at, detail: `${who} must not set \`securityContext.runAsUser\` to \`0\`` }] : [],
  );
}

function seccomp(workload: Workload): Breach[] {
  const explicit = settersOf(workload).flatMap(({ who, security }) =>
    profileBreach(who, 'seccompProfile', security.seccompProfile),
  );
  if (explicit.length > 0) return explicit;
  const types = [...CONFINING].map((type) => `\`${type}\``).join(' or ');
  return workload.containers
    .filter(({ effective }) => effective.seccompProfile.fields.value.kind === 'absent')
    .map((container) => ({
      at: container.at,
      detail: `pod or ${whoIs(container)} must set \`securityContext.seccompProfile.type\` to ${types}`,
    }));
}
