import { parseImageReference } from '../../core/image-reference.ts';
import { valueOf } from '../../core/value.ts';
import { lookupSocket } from '../../knowledge/runtime-sockets.ts';
import { isSocketProxy } from '../../knowledge/socket-proxies.ts';
import { routeThroughProxy } from '../edit/socket-proxy.ts';
import { removeServiceItem } from '../edit.ts';
import { publishedPorts } from '../facts/published-ports.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

/** Whether a service is there to have the socket in place of others, and only services of its networks reach it. */
function isProxy(service: EffectiveService): boolean {
  const reference = parseImageReference(valueOf(service.image) ?? '');
  return reference !== undefined && isSocketProxy(reference.canonicalName) && publishedPorts(service).length === 0;
}

export default composeRule({
  id: 'compose/docker-socket-mount',
  title: 'Container runtime socket mounted',
  severity: 'critical',
  confidence: 'high',
  category: 'host-access',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [
      {
        id: 'CL-0001',
        relation: 'wider',
        note: 'also BuildKit, LXD and Windows pipes; not `/var`, where `/var/run` is only a link',
      },
    ],
    kics: [
      {
        id: 'Docker Socket Mounted In Container',
        aliases: ['d6355c88-1e8d-49e9-b2f2-f8a1ca12c75b', 'docker_socket_mounted_in_container'],
        relation: 'wider',
        note: 'also the long syntax, other runtimes, directories that hold a socket, and volumes that bind one',
      },
    ],
    semgrep: [
      { id: 'exposing-docker-socket-volume', relation: 'wider', note: 'also a read-only mount, which does not protect the API' },
    ],
  },
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Docker 5.32', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Protect the Docker daemon socket', url: 'https://docs.docker.com/engine/security/protect-access/' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
  ],
  messages: {
    socket: 'Service `{service}` mounts `{path}`, the socket of {runtime}: whoever controls it is root on the host.',
    readOnly:
      'Service `{service}` mounts `{path}`, the socket of {runtime}, and read-only does not limit what is asked through it.',
    proxy:
      'Service `{service}` is a proxy for `{path}`: whoever reaches its port may ask {runtime} for all that it lets through.',
    directory:
      'Service `{service}` mounts `{path}`, which holds the socket of {runtime}: whoever controls it is root on the host.',
  },
  visit: {
    service(context, service, file) {
      for (const mount of service.hostMounts) {
        const path = valueOf(mount.path);
        const socket = path === undefined ? undefined : lookupSocket(path);
        // systemd starts programs as root just as a container runtime does.
        if (path === undefined || !socket || (socket.kind !== 'runtime' && socket.service !== 'systemd')) continue;
        const readOnly = valueOf(mount.readOnly) === true;
        const elsewhere = mount.definition;
        const proxy = readOnly && socket.through === 'socket' && isProxy(service);
        context.report({
          at: elsewhere ? mount.at : mount.path.at,
          message: proxy ? 'proxy' : socket.through === 'directory' ? 'directory' : readOnly ? 'readOnly' : 'socket',
          ...(proxy && { severity: 'low' }),
          data: { service: service.name, path, runtime: socket.service },
          related: elsewhere ? [{ at: mount.path.at, message: `\`${elsewhere.key}\` binds it here` }] : [],
          fixes: () => [
            removeServiceItem(service, mount.at, {
              title: `Remove the mount of \`${path}\``,
              safety: 'hardening',
              caution:
                'A program that starts or watches containers stops working: give it a socket proxy that lets only its own calls through.',
            }),
            ...(socket.service === 'Docker' && !proxy ? [routeThroughProxy(file, service, mount)] : []),
          ],
        });
      }
    },
  },
});
