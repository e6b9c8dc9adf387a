import type { Severity } from '../../core/severity.ts';
import { valueOf } from '../../core/value.ts';
import { belongsToProgram } from '../../knowledge/host-execution-paths.ts';
import type { HostPath } from '../../knowledge/host-paths.ts';
import { classifyHostPath } from '../../knowledge/host-paths.ts';
import { lookupSocket } from '../../knowledge/runtime-sockets.ts';
import { makeReadOnly } from '../edit/mounts.ts';
import { removeServiceItem } from '../edit.ts';
import { mountPlace } from '../facts/mount-place.ts';
import type { HostMount } from '../model/host-mounts.ts';
import { composeRule } from '../rule.ts';

/** How bad it is that a container sees a path; undefined when another rule says so, or it is no harm. */
function judge(
  found: HostPath,
  mount: HostMount,
): { readonly message: 'seen' | 'shared' | 'writable'; readonly severity: Severity } | undefined {
  const writable = valueOf(mount.readOnly) === false;
  switch (found.group) {
    case 'root':
      return writable ? undefined : { message: 'seen', severity: 'high' };
    case 'root-equivalent':
    case 'runtime-data':
      return writable ? undefined : { message: 'seen', severity: 'medium' };
    case 'disclosure':
      return { message: 'seen', severity: writable ? 'high' : 'medium' };
    case 'shared':
      return { message: 'shared', severity: 'low' };
    case 'harmless':
      // What programs and the host read as a fact must not be changed by a container.
      return writable && (found.needsReadOnly || found.entry.startsWith('/etc/'))
        ? { message: 'writable', severity: 'medium' }
        : undefined;
    default:
      return undefined;
  }
}

export default composeRule({
  id: 'compose/sensitive-host-mount',
  title: 'Sensitive path of the host mounted',
  severity: 'medium',
  confidence: 'high',
  category: 'host-access',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [
      {
        id: 'CL-0013',
        relation: 'narrower',
        note: 'not the directories of single programs in `/run`; credentials are `compose/host-credential-mount`',
      },
    ],
    kics: [
      {
        id: 'Volume Has Sensitive Host Directory',
        aliases: ['1c1325ff-831d-43a1-973e-839ae57dfcc0', 'volume_has_sensitive_host_directory'],
        relation: 'narrower',
        note: 'compares whole segments of a path; what is writable is `compose/root-equivalent-host-mount`',
      },
    ],
  },
  references: [
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    { title: 'CIS Docker 5.6', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Docker: bind mounts', url: 'https://docs.docker.com/engine/storage/bind-mounts/' },
  ],
  messages: {
    seen: 'Service `{service}` mounts `{path}` of the host, which tells an attacker much about it and its users.',
    socket: 'Service `{service}` mounts `{path}`, through which it gives orders to {socket} of the host.',
    shared: 'Service `{service}` mounts `{path}`, which it shares with all programs of the host.',
    writable: 'Service `{service}` can write to `{path}`, which it only needs to read.',
  },
  visit: {
    service(context, service) {
      for (const mount of service.hostMounts) {
        const path = valueOf(mount.path);
        if (path === undefined || mount.through === 'secret' || mount.through === 'config') continue;
        const socket = lookupSocket(path);
        if (socket && (socket.kind !== 'host' || socket.service === 'systemd')) continue;
        const found = classifyHostPath(path);
        const isProgram = found?.group === 'root-equivalent' && belongsToProgram(path);
        const judged = found && !isProgram ? judge(found, mount) : undefined;
        const { volume } = mount;
        if (!judged && !socket) continue;
        const message = socket ? 'socket' : (judged?.message ?? 'seen');
        const readOnly = {
          title: `Mount \`${path}\` read-only`,
          safety: 'hardening' as const,
          caution: 'A program that writes there fails.',
        };
        context.report({
          ...mountPlace(mount),
          message,
          data: { service: service.name, path, ...(socket && { socket: socket.service }) },
          severity: socket ? 'high' : (judged?.severity ?? 'medium'),
          fixes: () => [
            ...(message === 'writable' && volume ? [makeReadOnly(service, volume, readOnly)] : []),
            removeServiceItem(service, mount.at, {
              title: `Remove the mount of \`${path}\``,
              safety: 'hardening',
              caution: 'The program no longer sees these files of the host.',
            }),
          ],
        });
      }
    },
  },
});
