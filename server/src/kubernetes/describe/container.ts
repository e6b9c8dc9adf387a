import { code, firstOf, joined } from '../../core/description.ts';
import { type Value, valueOf } from '../../core/value.ts';
import { normaliseCapability } from '../../knowledge/capabilities.ts';
import { capabilitiesInWords, kubernetesCapabilities } from '../../knowledge/effective-capabilities.ts';
import { lookupImage } from '../../knowledge/official-images.ts';
import { hostPathVolumes } from '../model/host-path.ts';
import type { Container, Workload } from '../model/model.ts';
import { choosesAccount, tokenMount } from '../model/service-account.ts';
import { knownImage } from '../shared/container-image.ts';

/** What the account of some pods may do that is dangerous, in a sentence; undefined where nothing is known. */
export type RightsOf = (workload: Workload) => string | undefined;

/**
 * What holds when a container runs: its own fields, else the pod's (SecurityContext in the API reference). Windows containers
 * have no capabilities, seccomp or privilege escalation.
 */
export function containerLines(container: Container, rightsOf?: RightsOf): readonly (string | undefined)[] {
  const { workload } = container;
  const linux = !workload.isWindows;
  return [
    linux ? userLine(container) : undefined,
    linux ? privilegeLine(container) : undefined,
    linux ? capabilityLine(container) : undefined,
    linux ? seccompLine(container) : undefined,
    mountLine(container),
    accountLine(workload, rightsOf),
    namespaceLine(workload),
    missingLine(container),
  ];
}

function by({ at }: Value<unknown>): string {
  return at.via?.kind === 'inherited' ? ' (set for the pod)' : '';
}

function userLine(container: Container): string {
  const { runAsUser, runAsNonRoot } = container.effective;
  const held = valueOf(runAsNonRoot) === true;
  if (runAsUser.kind === 'known') {
    const root = runAsUser.value === 0;
    const clash = held ? ', which `runAsNonRoot` refuses to start' : '';
    const user = root
      ? `**root** (\`runAsUser: 0\`)${by(runAsUser)}${clash}`
      : `${code(String(runAsUser.value))}${by(runAsUser)}`;
    return `User: ${user}${!root && held ? ', with `runAsNonRoot`' : ''}.`;
  }
  if (runAsUser.kind !== 'absent') return 'User: set by a template or by another object.';
  const image = imageUser(container);
  if (held) return `User: the image's${image}, and \`runAsNonRoot\`${by(runAsNonRoot)} refuses to start it as root.`;
  const why = valueOf(runAsNonRoot) === false ? '`runAsNonRoot: false` allows root' : 'nothing rules out root';
  return `User: the image's${image}; ${runAsNonRoot.kind === 'dynamic' || runAsNonRoot.kind === 'invalid' ? '`runAsNonRoot` is not known here' : why}.`;
}

function imageUser(container: Container): string {
  const image = knownImage(container);
  const facts = image && lookupImage(image.reference);
  if (!facts || facts.defaultUserIsRoot === null) return '';
  if (facts.defaultUserIsRoot) return ', which is **root**';
  return facts.defaultUser === null ? ', which is not root' : `, which is ${code(facts.defaultUser)}`;
}

/** A process that is not root has none of a privileged container's capabilities until it runs a set-user-id program (capabilities(7)). */
function privilegeLine({ securityContext, effective }: Container): string {
  if (valueOf(securityContext.privileged) === true) {
    const user = valueOf(effective.runAsUser);
    return user === 0 || (user === undefined && valueOf(effective.runAsNonRoot) !== true)
      ? '**Privileged**: every capability and device of the node; it is as good as root there.'
      : '**Privileged**: every capability and device of the node, once a set-user-id program makes it root: its user is not.';
  }
  const escalation = securityContext.allowPrivilegeEscalation;
  if (valueOf(escalation) === false) return 'Privileges: it can gain none beyond those it starts with.';
  if (escalation.kind === 'dynamic' || escalation.kind === 'invalid') return 'Privileges: not known whether it can gain more.';
  return 'Privileges: it may gain more by set-user-id programs (`allowPrivilegeEscalation`).';
}

function capabilityLine({ securityContext, effective }: Container): string | undefined {
  if (valueOf(securityContext.privileged) === true) return undefined;
  const { add, drop } = securityContext.capabilities;
  const names = (items: readonly Value<string>[]) => items.flatMap((item) => valueOf(item) ?? []);
  const set = capabilitiesInWords(kubernetesCapabilities(names(add.items), names(drop.items)));
  const user = valueOf(effective.runAsUser);
  const bounded =
    set !== 'none' && user !== undefined && user !== 0 ? '; as its user is not root, they only bound what it can gain' : '';
  return `Capabilities: ${set}${add.open || drop.open ? ', as far as is known here' : ''}${bounded}.`;
}

function seccompLine({ securityContext, effective }: Container): string | undefined {
  if (valueOf(securityContext.privileged) === true) return undefined;
  const { type, localhostProfile } = effective.seccompProfile;
  if (type.kind === 'absent') return 'Seccomp: none, unless the kubelet is set to give a default (`--seccomp-default`).';
  if (type.kind !== 'known') return 'Seccomp: not known here.';
  if (type.value === 'Unconfined') return `Seccomp: **none** (\`Unconfined\`)${by(type)}.`;
  const file = localhostProfile.kind === 'known' ? ` ${code(localhostProfile.value)}` : '';
  return `Seccomp: ${code(type.value)}${file}${by(type)}.`;
}

/** Volumes of the node with what they are, then the number of the others. */
function mountLine({ volumeMounts, workload }: Container): string | undefined {
  const hosts = hostPathVolumes(workload);
  const shown: string[] = [];
  let others = 0;
  for (const { name, mountPath, readOnly } of volumeMounts.items) {
    const host = hosts.find((one) => one.name === valueOf(name));
    if (!host) {
      others++;
      continue;
    }
    const path = host.path.kind === 'known' ? host.path.value : host.path.kind === 'dynamic' ? host.path.text : '';
    const what = host.kind === 'plain' ? '' : `, ${WHAT[host.kind]}`;
    const how = valueOf(readOnly) === true ? 'read-only' : 'writable';
    const to = mountPath.kind === 'known' && mountPath.value !== path ? ` at ${code(mountPath.value)}` : '';
    shown.push(host.kind === 'plain' ? `${code(path)}${to} (${how})` : `**${code(path)}**${to} (${how}${what})`);
  }
  if (shown.length === 0) return others > 0 ? `Mounts: ${volumes(others, '')}, nothing of the node.` : undefined;
  return `Of the node: ${firstOf(shown, 3)}${others > 0 ? `; ${volumes(others, 'other ')}` : ''}.`;
}

const WHAT = {
  'runtime-socket': "the container runtime's socket",
  credentials: 'credentials',
  sensitive: "a part of the node's system",
} as const;

function volumes(n: number, other: string): string {
  return n === 1 ? `one ${other}volume` : `${n} ${other}volumes`;
}

function accountLine(workload: Workload, rightsOf: RightsOf | undefined): string | undefined {
  if (!choosesAccount(workload)) return undefined;
  const { serviceAccountName: name, object } = workload;
  const account =
    name.kind === 'absent' ? '`default`' : code(name.kind === 'known' ? name.value : name.kind === 'dynamic' ? name.text : '');
  const token = tokenMount(workload, object.beside);
  const rights = token.kind === 'known' && !token.value ? undefined : rightsOf?.(workload);
  const more = rights === undefined ? '' : ` ${rights}`;
  if (token.kind === 'absent')
    return `Service account: ${account}; its token is mounted, unless the account says otherwise.${more}`;
  if (token.kind !== 'known') return `Service account: ${account}; whether its token is mounted is not known here.${more}`;
  return `Service account: ${account}; its token is ${token.value ? 'mounted' : 'not mounted'}.${more}`;
}

function namespaceLine({ hostNetwork, hostPID, hostIPC }: Workload): string | undefined {
  const shared = [
    ...(valueOf(hostNetwork) === true ? ['network'] : []),
    ...(valueOf(hostPID) === true ? ['processes'] : []),
    ...(valueOf(hostIPC) === true ? ['shared memory'] : []),
  ];
  return shared.length > 0 ? `Shares **the node's** ${joined(shared)}.` : undefined;
}

function missingLine({ securityContext, resources, workload }: Container): string | undefined {
  const { readOnlyRootFilesystem: readOnly, capabilities } = securityContext;
  const linux = !workload.isWindows;
  const { drop } = capabilities;
  const dropsAll = drop.items.some((item) => normaliseCapability(valueOf(item) ?? '') === 'ALL');
  const unlimited = (['memory', 'cpu'] as const).filter((name) => resources.limits.field(name).kind === 'absent');
  const missing = [
    ...(linux && valueOf(securityContext.privileged) !== true && !dropsAll && !drop.open ? ['`capabilities.drop: [ALL]`'] : []),
    ...(linux && (readOnly.kind === 'absent' || valueOf(readOnly) === false)
      ? ['a read-only root (`readOnlyRootFilesystem`)']
      : []),
    ...(unlimited.length > 0 ? [`limits on ${joined(unlimited)}`] : []),
  ];
  return missing.length > 0 ? `Missing: ${joined(missing)}.` : undefined;
}
