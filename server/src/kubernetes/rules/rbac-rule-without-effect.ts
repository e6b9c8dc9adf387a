import type { RuleContext } from '../../core/rule.ts';
import type { Value } from '../../core/value.ts';
import { isBuiltInGroup, meantGroup, meantResource, meantVerb } from '../../knowledge/rbac-words.ts';
import type { List } from '../model/mapping.ts';
import { type PolicyRule, type Role, roleOf } from '../model/rbac.ts';
import { kubernetesRule } from '../rule.ts';

type Message = 'group' | 'core' | 'resource' | 'pattern' | 'verb' | 'url' | 'aggregated';

export default kubernetesRule({
  id: 'kubernetes/rbac-rule-without-effect',
  title: 'Word in a role that matches nothing',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    {
      title: 'Referring to resources',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources',
    },
    {
      title: 'Aggregated ClusterRoles',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles',
    },
  ],
  messages: {
    group: '`{text}` is no API group: leave the version away, `{meant}`.',
    core: '`{text}` is no API group: the core group is the empty string.',
    resource: '`{text}` matches no resource: their names are plural and in lower case, `{meant}`.',
    pattern: '`{text}` matches no resource: `*` stands for all of them, and before a slash only.',
    verb: '`{text}` is no verb that is asked for: probably `{meant}` is meant.',
    url: 'A Role can not grant `nonResourceURLs`: only a ClusterRole can.',
    aggregated: 'The rules of `{text}` are overwritten, since it has an `aggregationRule`.',
  },
  visit: {
    object(context, object) {
      const role = roleOf(object);
      if (!role) return;
      const rules = object.fields.sequence('rules');
      if (role.isAggregated && rules.kind === 'known' && rules.value.items.length > 0)
        context.report({
          at: { ...rules.at, span: rules.at.key ?? rules.at.span },
          message: 'aggregated',
          data: { text: object.displayName },
        });
      for (const rule of role.rules.items) judge(context, role, rule);
    },
  },
});

function judge(context: RuleContext<Message>, role: Role, rule: PolicyRule): void {
  const { apiGroups, resources, verbs, nonResourceURLs } = rule;
  const report = (list: List<Value<string>>, wrong: (text: string) => readonly [Message, string] | undefined): void => {
    for (const item of list.items) {
      const found = item.kind === 'known' ? wrong(item.value) : undefined;
      if (item.kind !== 'known' || !found) continue;
      context.report({ at: item.at, message: found[0], data: { text: item.value, meant: found[1] } });
    }
  };
  const groups = apiGroups.items.map((item) => (item.kind === 'known' ? (meantGroup(item.value) ?? item.value) : undefined));
  const isBuiltIn = groups.every((group) => group !== undefined && (group === '*' || isBuiltInGroup(group)));
  report(apiGroups, (text) => {
    const meant = meantGroup(text);
    return meant === undefined ? undefined : [meant === '' ? 'core' : 'group', meant];
  });
  report(resources, (text) => {
    if (/[^/]\*|\*[^/]|^[^*].*\/\*$/.test(text)) return ['pattern', ''];
    const meant = isBuiltIn ? meantResource(text) : undefined;
    return meant === undefined ? undefined : ['resource', meant];
  });
  report(verbs, (text) => {
    const meant = isBuiltIn ? meantVerb(text) : undefined;
    return meant === undefined ? undefined : ['verb', meant];
  });
  if (!role.isCluster) report(nonResourceURLs, () => ['url', '']);
}
