import { replaceKey } from '../edit/paths.ts';
import { auditGaps } from '../model/audit-policy.ts';
import { kubernetesRule } from '../rule.ts';

const OFFER = {
  title: 'Set `level: Metadata`',
  safety: 'hardening',
  caution: 'The log grows by what was left out, or loses the content of requests for the other resources of the rule.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/audit-policy-gap',
  title: 'Audit policy that is blind, or that writes down secrets',
  severity: 'medium',
  confidence: 'high',
  category: 'access-control',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kics: [
      {
        id: 'Audit policy does not cover key security concerns',
        relation: 'wider',
        note: 'also secrets whose content is logged, and policies that log nothing',
        aliases: ['1828a670-5957-4bc5-9974-47da228f75e2', 'audit_policy_not_cover_key_security_concerns'],
      },
    ],
    kubescape: [{ id: 'C-0161', relation: 'related' }],
  },
  references: [
    { title: 'Auditing: audit policy', url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#audit-policy' },
    { title: 'CIS Kubernetes 3.2.2' },
    { title: 'CWE-778', url: 'https://cwe.mitre.org/data/definitions/778.html' },
    { title: 'CWE-532', url: 'https://cwe.mitre.org/data/definitions/532.html' },
  ],
  messages: {
    hidden: 'The rule leaves requests for `{resource}` out of the audit log, whoever makes them.',
    content: 'Level `{level}` writes the content of `{resource}` into the audit log.',
    nothing: 'The policy logs no request at all.',
  },
  visit: {
    object(context, object) {
      for (const { kind, at, resource, level, rule } of auditGaps(object))
        context.report({
          at,
          message: kind,
          data: { resource, level },
          fixes: () => [replaceKey(object, rule, 'level', 'Metadata', OFFER)],
        });
    },
  },
});
