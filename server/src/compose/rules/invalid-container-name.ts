import { valueOf } from '../../core/value.ts';
import { setAt } from '../edit/paths.ts';
import { composeRule } from '../rule.ts';

/** moby `daemon/names`: `RestrictedNamePattern`. */
const VALID = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

function corrected(name: string): string {
  return name.replace(/[^a-zA-Z0-9_.-]+/g, '-').replace(/^[_.-]+|-+$/g, '');
}

export default composeRule({
  id: 'compose/invalid-container-name',
  title: 'Container name that Docker refuses',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: { dclint: [{ id: 'service-container-name-regex', relation: 'equal' }] },
  references: [
    { title: 'Compose: container_name', url: 'https://docs.docker.com/reference/compose-file/services/#container_name' },
  ],
  messages: { invalid: 'Docker refuses `{name}` as the name of a container: service `{service}` does not start.' },
  visit: {
    service(context, service) {
      const { containerName } = service;
      const name = valueOf(containerName);
      if (name === undefined || name === '' || VALID.test(name)) return;
      context.report({
        at: containerName.at,
        message: 'invalid',
        data: { service: service.name, name },
        fixes: () => {
          const to = corrected(name);
          const title = `Name the container \`${to}\``;
          return VALID.test(to)
            ? [setAt(service, containerName.at, to, { title, safety: 'hardening', caution: 'Other files may use the name.' })]
            : [{ title: 'Name the container', refused: 'no valid name can be made of it' }];
        },
      });
    },
  },
});
