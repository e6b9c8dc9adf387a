import { valueOf } from '../../core/value.ts';
import { runAsUser, useImageUser } from '../edit/user.ts';
import { parseUser } from '../model/user.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/runs-as-root',
  title: 'Root set as the user',
  severity: 'medium',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [{ id: 'CL-0018', relation: 'equal' }],
  },
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Docker 4.1', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Compose: user', url: 'https://docs.docker.com/reference/compose-file/services/#user' },
  ],
  messages: {
    root: 'Service `{service}` runs as root, by `user: {user}`.',
  },
  visit: {
    service(context, service) {
      const user = valueOf(service.user);
      if (user === undefined || !parseUser(user).isRoot) return;
      context.report({
        at: service.user.at,
        message: 'root',
        data: { service: service.name, user },
        fixes: () => {
          const image = useImageUser(service);
          return image ? [image, runAsUser(service)] : [runAsUser(service)];
        },
      });
    },
  },
});
