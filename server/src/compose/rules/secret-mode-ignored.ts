import { valueOf } from '../../core/value.ts';
import { removeAt } from '../edit/paths.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/secret-mode-ignored',
  title: 'Permissions of a secret that have no effect',
  severity: 'info',
  confidence: 'high',
  category: 'secrets',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  tags: ['unnecessary'],
  equivalents: {},
  references: [
    { title: 'Compose: secrets, long syntax', url: 'https://docs.docker.com/reference/compose-file/services/#secrets' },
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
  ],
  messages: {
    ignored:
      'Compose ignores `{key}` of secret `{secret}`: in service `{service}` the file has the permissions that it has on the host.',
  },
  visit: {
    service(context, service, file) {
      if (file.swarm.length > 0) return;
      for (const { source, uid, gid, mode } of service.secrets.items) {
        const secret = valueOf(source) ?? '';
        if (file.secrets.get(secret)?.file.kind !== 'known') continue;
        for (const [key, value] of [
          ['uid', uid],
          ['gid', gid],
          ['mode', mode],
        ] as const) {
          if (value.kind !== 'known') continue;
          context.report({
            at: value.at,
            message: 'ignored',
            data: { service: service.name, secret, key },
            fixes: () => [removeAt(service, value.at, { title: `Remove \`${key}\``, safety: 'safe' })],
          });
        }
      }
    },
  },
});
