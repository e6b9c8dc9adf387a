import { setTopLevelKey } from '../edit/definitions.ts';
import { composeRule } from '../rule.ts';

const PLACEHOLDER = 'PROJECT';

export default composeRule({
  id: 'compose/project-name-missing',
  title: 'Project without a name',
  severity: 'info',
  confidence: 'medium',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    dclint: [
      {
        id: 'require-project-name-field',
        relation: 'narrower',
        note: 'not for files that only complete another one, nor for a swarm, whose stacks are named when they are deployed',
      },
    ],
  },
  references: [
    { title: 'Compose: name', url: 'https://docs.docker.com/reference/compose-file/version-and-name/#name-top-level-element' },
  ],
  messages: {
    missing:
      'The project has no `name`: it is called after its folder, and shares what it keeps with any other project of that name.',
  },
  visit: {
    file(context, file) {
      const complete = file.services.some((service) => !service.open);
      if (!complete || file.swarm.length > 0 || file.root?.open || file.name.kind !== 'absent') return;
      context.report({
        at: file.at,
        message: 'missing',
        fixes: () => [
          setTopLevelKey(file, 'name', PLACEHOLDER, {
            title: 'Give the project a name',
            safety: 'placeholder',
            select: PLACEHOLDER,
            caution:
              'With another name than that of the folder, Compose makes new volumes: use the name that it has so far, in small letters.',
          }),
        ],
      });
    },
  },
});
