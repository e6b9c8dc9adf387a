import { valueOf } from '../../core/value.ts';
import { privilegedGroup } from '../../knowledge/privileged-groups.ts';
import { removeServiceItem } from '../edit.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/privileged-group-add',
  title: 'Privileged group joined',
  severity: 'medium',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'Compose: group_add', url: 'https://docs.docker.com/reference/compose-file/services/#group_add' },
    { title: 'Debian: system groups', url: 'https://wiki.debian.org/SystemGroups' },
  ],
  messages: {
    group: 'Service `{service}` joins `{group}`, {what}.',
  },
  visit: {
    service(context, service) {
      for (const item of service.groupAdd.items) {
        const group = valueOf(item);
        const what = group === undefined ? undefined : privilegedGroup(group);
        if (group === undefined || what === undefined) continue;
        context.report({
          at: item.at,
          message: 'group',
          data: { service: service.name, group, what },
          fixes: () => [
            removeServiceItem(service, item.at, {
              title: `Leave the group \`${group}\``,
              safety: 'hardening',
              caution: 'What the program reaches by this group fails.',
            }),
          ],
        });
      }
    },
  },
});
