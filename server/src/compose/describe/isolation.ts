import { code, firstOf, joined } from '../../core/description.ts';
import { type Value, valueOf } from '../../core/value.ts';
import { normaliseCapability } from '../../knowledge/capabilities.ts';
import { capabilitiesInWords, dockerCapabilities } from '../../knowledge/effective-capabilities.ts';
import { lookupSocket } from '../../knowledge/runtime-sockets.ts';
import { limitOf } from '../facts/limits.ts';
import { onAllInterfaces, publishedPorts } from '../facts/published-ports.ts';
import type { EffectiveService } from '../model/service.ts';
import type { ServiceVolume } from '../model/volumes.ts';
import { isNonRoot } from './identity.ts';

/** What the container may do in the kernel: the set that Docker makes of `cap_add` and `cap_drop`. */
export function capabilityLine(service: EffectiveService): string | undefined {
  if (service.runsWindows) return undefined;
  if (valueOf(service.privileged) === true)
    return '**Privileged**: every capability and device, no seccomp, no AppArmor; it is as good as root on the host.';
  const { capAdd, capDrop } = service;
  const open = capAdd.open || capDrop.open ? ', as far as is known here' : '';
  const set = capabilitiesInWords(dockerCapabilities(names(capAdd.items), names(capDrop.items)));
  const bounded = set !== 'none' && isNonRoot(service) ? '; as its user is not root, they only bound what it can gain' : '';
  return `Capabilities: ${set}${open}${bounded}.`;
}

function names(items: readonly Value<string>[]): readonly string[] {
  return items.flatMap((item) => valueOf(item) ?? []);
}

/** What of the host it sees; sockets of container engines and the like are marked. */
export function mountLine(service: EffectiveService): string | undefined {
  const binds = service.hostMounts.filter(({ through }) => through === 'bind' || through === 'named-volume');
  const shown = binds.map(({ path, readOnly }) => {
    const text = path.kind === 'known' ? path.value : path.kind === 'dynamic' ? path.text : '';
    const socket = lookupSocket(text);
    const how = readOnly.kind === 'known' ? (readOnly.value ? 'read-only' : 'writable') : 'perhaps read-only';
    return socket ? `**${code(text)}** (holds the socket of ${socket.service})` : `${code(text)} (${how})`;
  });
  const socket = valueOf(service.useApiSocket) === true ? ['**the socket of Docker** (`use_api_socket`)'] : [];
  const volumes = service.volumes.items.filter(isVolume).length;
  const all = [...socket, ...shown];
  if (all.length === 0) return volumes > 0 ? `Mounts: ${counted(volumes, 'volume')}, nothing of the host.` : undefined;
  return `Of the host: ${firstOf(all, 4)}${volumes > 0 ? `; ${counted(volumes, 'volume')}` : ''}.`;
}

function isVolume({ type }: ServiceVolume): boolean {
  return valueOf(type) === 'volume';
}

function counted(n: number, what: string): string {
  return n === 1 ? `one ${what}` : `${n} ${what}s`;
}

/** Ports on the host and who can reach them. */
export function portLine(service: EffectiveService): string | undefined {
  const ports = publishedPorts(service);
  if (ports.length === 0) return undefined;
  const open = ports.filter(onAllInterfaces).map(({ label }) => code(label));
  const bound = ports
    .filter((port) => !onAllInterfaces(port))
    .map(({ label, hostIp }) => {
      const address = hostIp.kind === 'known' && !label.startsWith(hostIp.value) ? ` at ${hostIp.value}` : '';
      return `${code(label)}${address}`;
    });
  const everyone = open.length > 0 ? [`${firstOf(open, 4)} on **all addresses** of the host`] : [];
  return `Published: ${[...everyone, ...(bound.length > 0 ? [firstOf(bound, 4)] : [])].join('; ')}.`;
}

const NAMESPACES: readonly (readonly [string, (service: EffectiveService) => Value<string>])[] = [
  ['network', (service) => service.networkMode],
  ['processes', (service) => service.pid],
  ['shared memory', (service) => service.ipc],
  ['host name', (service) => service.uts],
  ['user ids', (service) => service.usernsMode],
  ['control groups', (service) => service.cgroup],
];

/** Namespaces that are not its own. */
export function namespaceLine(service: EffectiveService): string | undefined {
  const values = NAMESPACES.map(([what, read]) => ({ what, mode: valueOf(read(service)) ?? '' }));
  const host = values.filter(({ mode }) => mode === 'host').map(({ what }) => what);
  const others = values
    .filter(({ mode }) => /^(?:service|container):/.test(mode))
    .map(({ what, mode }) => `${what} of ${code(mode)}`);
  const parts = [...(host.length > 0 ? [`**the host's** ${joined(host)}`] : []), ...others];
  return parts.length > 0 ? `Shares ${parts.join('; ')}.` : undefined;
}

/** Layers of defence that are not there; what may be set elsewhere is not called missing. */
export function missingLine(service: EffectiveService): string | undefined {
  const { capDrop, securityOpt, readOnly, runsWindows, deploy } = service;
  const privileged = valueOf(service.privileged) === true;
  const drops = capDrop.open || capDrop.items.some((item) => normaliseCapability(valueOf(item) ?? '') === 'ALL');
  const limits = [
    { name: 'memory', ways: [service.memLimit, deploy.limits.memory] },
    { name: 'processors', ways: [service.cpus, deploy.limits.cpus] },
    { name: 'processes', ways: [service.pidsLimit, deploy.limits.pids] },
  ].filter(({ ways }) => limitOf(ways).kind !== 'set' && !service.open);
  const missing = [
    ...(runsWindows || isSet(securityOpt.noNewPrivileges) ? [] : ['`no-new-privileges`']),
    ...(runsWindows || privileged || drops || service.open ? [] : ['`cap_drop: ALL`']),
    ...(runsWindows || isSet(readOnly) ? [] : ['a read-only root (`read_only`)']),
    ...(limits.length > 0 ? [`limits on ${joined(limits.map(({ name }) => name))}`] : []),
  ];
  if (missing.length === 0) return service.open ? undefined : 'No layer of defence is missing.';
  return `Missing: ${joined(missing)}.`;
}

function isSet(value: Value<boolean>): boolean {
  return value.kind === 'dynamic' || (value.kind === 'known' && value.value);
}
