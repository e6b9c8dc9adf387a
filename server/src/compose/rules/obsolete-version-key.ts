import { removeTopLevelKey } from '../edit/definitions.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/obsolete-version-key',
  title: 'Obsolete `version`',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  tags: ['deprecated'],
  equivalents: {
    dclint: [{ id: 'no-version-field', relation: 'narrower', note: 'not in a file for a swarm, whose older clients ask for it' }],
  },
  references: [
    {
      title: 'Compose: version',
      url: 'https://docs.docker.com/reference/compose-file/version-and-name/#version-top-level-element-obsolete',
    },
  ],
  messages: { obsolete: '`version` has no effect: Compose ignores it and warns.' },
  visit: {
    file(context, file) {
      const pair = file.root?.get('version');
      if (!pair || file.swarm.length > 0 || file.services.length === 0) return;
      context.report({
        at: { span: pair.keyNode.span, route: pair.value.route, key: pair.keyNode.span, ...(pair.via && { via: pair.via }) },
        message: 'obsolete',
        fixes: () => [removeTopLevelKey(file, 'version', { title: 'Remove `version`', safety: 'safe' })],
      });
    },
  },
});
