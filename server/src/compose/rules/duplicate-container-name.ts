import { valueOf } from '../../core/value.ts';
import { removeServiceKey } from '../edit.ts';
import { runTogether } from '../facts/run-together.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/duplicate-container-name',
  title: 'Container name given twice',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    dclint: [
      {
        id: 'no-duplicate-container-names',
        relation: 'narrower',
        note: 'not for services whose profiles never run at the same time',
      },
    ],
  },
  references: [
    { title: 'Compose: container_name', url: 'https://docs.docker.com/reference/compose-file/services/#container_name' },
  ],
  messages: {
    taken: 'Service `{service}` names its container `{name}`, as service `{other}` does: only one of them starts.',
  },
  visit: {
    service(context, service, file) {
      const name = valueOf(service.containerName);
      if (name === undefined || name === '') return;
      const first = file.services.find((other) => valueOf(other.containerName) === name && runTogether(other, service));
      if (!first || first === service) return;
      context.report({
        at: service.containerName.at,
        message: 'taken',
        data: { service: service.name, name, other: first.name },
        related: [{ at: first.containerName.at, message: `\`${first.name}\` has the name` }],
        fixes: () => [
          removeServiceKey(service, 'container_name', {
            title: 'Let Compose name the container',
            safety: 'hardening',
            caution: `Scripts that call the container \`${name}\` have to use the new name.`,
          }),
        ],
      });
    },
  },
});
