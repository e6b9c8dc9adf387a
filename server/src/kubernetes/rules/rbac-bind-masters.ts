import { valueOf } from '../../core/value.ts';
import { configMapOf } from '../model/config-objects.ts';
import { kubernetesRule } from '../rule.ts';
import { boundSubjects, withoutSubject } from '../shared/bound-subjects.ts';

const MASTERS = 'system:masters';
const MAPPED = /(?:^|[\s[,-])["']?system:masters["']?(?:$|[\s\],])/;

export default kubernetesRule({
  id: 'kubernetes/rbac-bind-masters',
  title: 'Use of the group system:masters',
  severity: 'high',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0123',
        relation: 'wider',
        note: 'ClusterRoleBindings, whose kind it misspells, and `aws-auth` too',
        aliases: ['AVD-KSV-0123', 'KSV0123', 'no-system-masters-group-bind'],
      },
    ],
    kubescape: [{ id: 'C-0246', relation: 'wider', note: '`aws-auth` too' }],
  },
  references: [
    {
      title: 'RBAC good practices: least privilege',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    },
    { title: 'EKS: the aws-auth ConfigMap', url: 'https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html' },
    { title: 'CWE-269', url: 'https://cwe.mitre.org/data/definitions/269.html' },
    { title: 'CIS Kubernetes 5.1.7' },
  ],
  messages: {
    bound: '`{binding}` binds `system:masters`, a group that no binding can restrict.',
    mapped: '`{key}` of `aws-auth` puts AWS identities into `system:masters`, which may do everything.',
  },
  visit: {
    object(context, object) {
      for (const found of boundSubjects(object, (kind, name) => kind === 'Group' && name === MASTERS)) {
        context.report({
          at: found.subject.at,
          message: 'bound',
          severity: 'medium',
          data: { binding: object.displayName },
          fixes: () => [
            withoutSubject(found, 'Members of the group keep all rights: those come from the API server, not from bindings.'),
          ],
        });
      }
      if (valueOf(object.name) !== 'aws-auth') return;
      for (const { key, keyAt, text } of configMapOf(object)?.entries ?? []) {
        if (text === undefined || !MAPPED.test(text)) continue;
        const refusal = { title: 'Map to a group of your own', refused: 'Only you know which rights these identities need.' };
        context.report({ at: keyAt, message: 'mapped', data: { key }, fixes: () => [refusal] });
      }
    },
  },
});
