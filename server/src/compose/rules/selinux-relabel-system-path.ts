import { valueOf } from '../../core/value.ts';
import { classifyHostPath } from '../../knowledge/host-paths.ts';
import { removeMountOption } from '../edit/mounts.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/selinux-relabel-system-path',
  title: 'System path of the host relabelled for SELinux',
  severity: 'high',
  confidence: 'high',
  category: 'host-access',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    {
      title: 'Docker: configure the SELinux label',
      url: 'https://docs.docker.com/engine/storage/bind-mounts/#configure-the-selinux-label',
    },
  ],
  messages: {
    relabel: 'Service `{service}` has `{path}` of the host relabelled by `{option}`: its own programs may lose access.',
  },
  visit: {
    service(context, service) {
      for (const { path, volume } of service.hostMounts) {
        const option = volume && valueOf(volume.selinux);
        const text = valueOf(path);
        if (!volume || option === undefined || text === undefined) continue;
        const found = classifyHostPath(text);
        if (!found || found.group === 'shared') continue;
        context.report({
          at: volume.selinux.at,
          message: 'relabel',
          data: { service: service.name, path: text, option },
          fixes: () => [
            removeMountOption(service, volume, option, 'selinux', {
              title: `Remove the option \`${option}\``,
              safety: 'hardening',
              caution: 'With SELinux on, the container may not be able to read the files: mount a copy of what it needs.',
            }),
          ],
        });
      }
    },
  },
});
