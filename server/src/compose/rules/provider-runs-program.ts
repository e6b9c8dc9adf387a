import { valueOf } from '../../core/value.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/provider-runs-program',
  title: 'Service that is a program of the host',
  severity: 'medium',
  confidence: 'high',
  category: 'host-access',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'Compose: provider', url: 'https://docs.docker.com/reference/compose-file/services/#provider' },
    { title: 'Compose: provider services', url: 'https://docs.docker.com/compose/how-tos/provider-services/' },
    { title: 'CWE-829', url: 'https://cwe.mitre.org/data/definitions/829.html' },
  ],
  messages: {
    path: 'Service `{service}` runs `{type}` on the host, a file that comes with the project, as the user that starts Compose.',
    program: 'Service `{service}` runs `docker-{type}` or `{type}` on the host, as the user that starts Compose.',
  },
  visit: {
    service(context, service) {
      const type = service.field('provider').child('type').text();
      const name = valueOf(type);
      // Docker's own plugins.
      if (name === undefined || name === '' || /^(?:model|offload)$/.test(name)) return;
      const isPath = /[/\\]/.test(name);
      context.report({
        at: type.at,
        message: isPath ? 'path' : 'program',
        data: { service: service.name, type: name },
        severity: isPath ? 'medium' : 'low',
      });
    },
  },
});
