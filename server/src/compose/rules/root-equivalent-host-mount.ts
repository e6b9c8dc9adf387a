import { valueOf } from '../../core/value.ts';
import { belongsToProgram } from '../../knowledge/host-execution-paths.ts';
import { classifyHostPath } from '../../knowledge/host-paths.ts';
import { mountsRuntimeSocket } from '../../knowledge/runtime-sockets.ts';
import { makeReadOnly } from '../edit/mounts.ts';
import { removeServiceItem } from '../edit.ts';
import { mountPlace } from '../facts/mount-place.ts';
import { composeRule } from '../rule.ts';

const GROUPS = ['root', 'root-equivalent', 'runtime-data'];

export default composeRule({
  id: 'compose/root-equivalent-host-mount',
  title: 'System directory of the host mounted writable',
  severity: 'critical',
  confidence: 'high',
  category: 'host-access',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [
      { id: 'CL-0025', relation: 'wider', note: 'also paths below system directories, and `/var`, which CL-0001 takes' },
    ],
    kics: [
      {
        id: 'Volume Has Sensitive Host Directory',
        aliases: ['1c1325ff-831d-43a1-973e-839ae57dfcc0', 'volume_has_sensitive_host_directory'],
        relation: 'narrower',
        note: 'compares whole segments of a path, so that `/var/lib/backup` is not `/var/lib`; what is read-only is `compose/sensitive-host-mount`',
      },
    ],
  },
  references: [
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'CIS Docker 5.6', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Docker: bind mounts', url: 'https://docs.docker.com/engine/storage/bind-mounts/' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
  ],
  messages: {
    whole: 'Service `{service}` can write to `{path}` of the host: that is root on the host.',
    below: 'Service `{service}` can write to `{path}`, below `{entry}` of the host.',
  },
  visit: {
    service(context, service) {
      for (const mount of service.hostMounts) {
        const path = valueOf(mount.path);
        const found = path === undefined ? undefined : classifyHostPath(path);
        // A directory that holds the runtime's socket is reported for that.
        if (path === undefined || !found || !GROUPS.includes(found.group) || mountsRuntimeSocket(path)) continue;
        if (valueOf(mount.readOnly) !== false) continue;
        const { volume } = mount;
        const text = {
          title: `Mount \`${path}\` read-only`,
          safety: 'hardening' as const,
          caution: 'A program that writes there fails.',
        };
        context.report({
          ...mountPlace(mount),
          message: found.exact ? 'whole' : 'below',
          data: { service: service.name, path, entry: found.entry },
          severity: found.exact ? 'critical' : belongsToProgram(path) ? 'medium' : 'high',
          fixes: () => [
            ...(volume ? [makeReadOnly(service, volume, text)] : []),
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
