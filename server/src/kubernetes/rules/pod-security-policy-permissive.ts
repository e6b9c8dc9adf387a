import type { FixOffer } from '../../core/finding.ts';
import type { Equivalent, Tool } from '../../core/rule.ts';
import { TOOLS } from '../../core/rule.ts';
import { POLICY_ALLOWANCES, policyCheckNames } from '../../knowledge/pod-security-policy.ts';
import { setPath } from '../edit.ts';
import type { KubernetesObject } from '../model/model.ts';
import { allowedByPolicy } from '../model/pod-security-policy.ts';
import { kubernetesRule } from '../rule.ts';
import { equivalentOf, idsIn } from '../shared/check-lists.ts';
import { isSince } from '../version.ts';

const NOTE = 'one of several fields that the rule looks at, each policy by itself';

export default kubernetesRule({
  id: 'kubernetes/pod-security-policy-permissive',
  title: 'PodSecurityPolicy that allows too much',
  severity: 'low',
  confidence: 'high',
  category: 'privilege',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: Object.fromEntries(TOOLS.map((tool) => [tool, checksOf(tool)] as const).filter(([, checks]) => checks.length > 0)),
  references: [
    {
      title: 'PodSecurityPolicy: the historical context',
      url: 'https://kubernetes.io/blog/2022/08/23/podsecuritypolicy-the-historical-context/',
    },
    {
      title: 'Migrate from PodSecurityPolicy',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/migrate-from-psp/',
    },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
  ],
  messages: {
    lets: '`{setting}` lets pods {can}, where PodSecurityPolicies still have an effect (before Kubernetes 1.25).',
    lacks:
      'Without `{setting}` the policy lets pods {can}, where PodSecurityPolicies still have an effect (before Kubernetes 1.25).',
  },
  visit: {
    object(context, object) {
      for (const { what, setting, isUnset, at, flag } of allowedByPolicy(object) ?? []) {
        const { severity, can } = POLICY_ALLOWANCES[what];
        context.report({
          at,
          message: isUnset ? 'lacks' : 'lets',
          data: { setting, can },
          ...(!isSince(context.environment, 25) && { severity }),
          fixes: () => [switchedOff(object, flag)],
        });
      }
    },
  },
});

function switchedOff(object: KubernetesObject, flag: string | undefined): FixOffer {
  if (flag === undefined) return { title: 'Allow less', refused: 'Only you know what the pods that use the policy need.' };
  const caution = 'Pods that rely on it are no longer admitted.';
  const offer = { title: `Set \`${flag}: false\``, safety: 'hardening', caution } as const;
  return setPath(object.document, object.node, ['spec', flag], false, offer);
}

function checksOf(tool: Tool): readonly Equivalent[] {
  return Object.values(POLICY_ALLOWANCES).flatMap(({ checks, narrower }) => [
    ...idsIn(checks, tool).map((id) => equivalentOf(id, 'wider', NOTE, policyCheckNames(id))),
    ...idsIn(narrower?.checks ?? {}, tool).map((id) => equivalentOf(id, 'narrower', narrower?.note ?? '', policyCheckNames(id))),
  ]);
}
