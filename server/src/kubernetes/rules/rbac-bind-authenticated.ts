import { kubernetesRule } from '../rule.ts';
import { boundSubjects, withoutSubject } from '../shared/bound-subjects.ts';

const CAUTION = 'Users and programs that had the role by this binding alone are refused.';

function isWanted(kind: string, name: string): boolean {
  return kind === 'Group' && name === 'system:authenticated';
}

export default kubernetesRule({
  id: 'kubernetes/rbac-bind-authenticated',
  title: 'Role for everyone with an account',
  severity: 'high',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-01011',
        relation: 'wider',
        note: 'on every platform, not only on GKE',
        aliases: ['AVD-KSV-01011', 'KSV01011', 'no-system-authenticated-group-bind'],
      },
    ],
    kubescape: [{ id: 'C-0265', relation: 'equal' }],
  },
  references: [
    {
      title: 'Default roles and role bindings',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings',
    },
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'GKE: avoid default roles and groups', url: 'https://cloud.google.com/kubernetes-engine/docs/best-practices/rbac' },
  ],
  messages: {
    bound: '`{binding}` gives `{role}` to `{name}`: to every user and every pod with a token.',
  },
  visit: {
    object(context, object) {
      for (const found of boundSubjects(object, isWanted)) {
        context.report({
          at: found.subject.at,
          message: 'bound',
          data: { binding: object.displayName, name: found.name, role: found.role },
          fixes: () => [withoutSubject(found, CAUTION)],
        });
      }
    },
  },
});
