import { SCC_RISKS } from '../../knowledge/security-context-constraints.ts';
import { setPath } from '../edit.ts';
import { kubernetesRule } from '../rule.ts';

const CAUTION = 'Pods that rely on it are no longer admitted.';

export default kubernetesRule({
  id: 'kubernetes/scc-permissive',
  title: 'Security context constraints that allow too much',
  severity: 'high',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'kube-linter': [
      { id: 'scc-deny-privileged-container', relation: 'wider', note: 'one of several fields that the rule looks at' },
    ],
  },
  references: [
    {
      title: 'Managing security context constraints',
      url: 'https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/authentication_and_authorization/managing-pod-security-policies',
    },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
  ],
  messages: {
    allows: '`{field}` lets the pods of `{scc}` {can}.',
    item: '`{field}` holds `*`, which lets the pods of `{scc}` use all of them.',
    everyone: '`{scc}` is given to `{group}`: all users and service accounts.',
  },
  visit: {
    object(context, object) {
      if (object.kind !== 'SecurityContextConstraints' || !['security.openshift.io', '', undefined].includes(object.group))
        return;
      const scc = object.displayName;
      for (const { field, value, severity, can, instead } of SCC_RISKS) {
        const [first = '', second] = field;
        const found = second ? object.fields.mapping(first).string(second) : object.fields.boolean(first);
        if (found.kind !== 'known' || found.value !== value) continue;
        const name = field.join('.');
        const offer = { title: `Set \`${name}: ${instead}\``, safety: 'hardening', caution: CAUTION } as const;
        context.report({
          at: found.at,
          message: 'allows',
          severity,
          data: { field: name, scc, can },
          fixes: () => (instead === undefined ? [] : [setPath(object.document, object.node, field, instead, offer)]),
        });
      }
      const fixes = () => [{ title: 'Name those that are needed', refused: 'Only you know which of them the pods need.' }];
      for (const field of ['allowedCapabilities', 'volumes']) {
        const star = object.fields.strings(field).items.find((item) => item.kind === 'known' && item.value === '*');
        if (star) context.report({ at: star.at, message: 'item', data: { field, scc }, fixes });
      }
      for (const item of object.fields.strings('groups').items) {
        if (item.kind === 'known' && ['system:authenticated', 'system:serviceaccounts'].includes(item.value))
          context.report({ at: item.at, message: 'everyone', severity: 'medium', data: { scc, group: item.value }, fixes });
      }
    },
  },
});
