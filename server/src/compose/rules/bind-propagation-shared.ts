import { valueOf } from '../../core/value.ts';
import { removeMountOption } from '../edit/mounts.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/bind-propagation-shared',
  title: 'Mounts passed on between container and host',
  severity: 'medium',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [{ id: 'CL-0017', relation: 'wider', note: 'also `slave`, with which the container follows the host' }],
    kics: [
      {
        id: 'Volume Mounted In Multiple Containers',
        aliases: ['baa452f0-1f21-4a25-ace5-844e7a5f410d', 'volume_mounted_in_multiple_containers'],
        relation: 'wider',
        note: 'also the short syntax, and `slave`',
      },
    ],
  },
  references: [
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    { title: 'CIS Docker 5.20', url: 'https://www.cisecurity.org/benchmark/docker' },
    {
      title: 'Docker: configure bind propagation',
      url: 'https://docs.docker.com/engine/storage/bind-mounts/#configure-bind-propagation',
    },
  ],
  messages: {
    shared: 'Service `{service}` mounts with `{option}`: what it mounts there appears on the host too.',
    slave: 'Service `{service}` mounts with `{option}`: what the host mounts there later, it sees too.',
  },
  visit: {
    service(context, service) {
      for (const volume of service.volumes.items) {
        const option = valueOf(volume.propagation);
        if (option === undefined || !/^r?(?:shared|slave)$/.test(option)) continue;
        const shared = option.endsWith('shared');
        context.report({
          at: volume.propagation.at,
          message: shared ? 'shared' : 'slave',
          data: { service: service.name, option },
          severity: shared ? 'medium' : 'low',
          fixes: () => [
            removeMountOption(service, volume, option, 'propagation', {
              title: `Remove the option \`${option}\``,
              safety: 'hardening',
              caution: 'Mounts that one side makes later are not seen by the other.',
            }),
          ],
        });
      }
    },
  },
});
