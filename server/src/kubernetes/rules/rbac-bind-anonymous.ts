import { kubernetesRule } from '../rule.ts';
import { boundSubjects, withoutSubject } from '../shared/bound-subjects.ts';

const CAUTION = 'Clients that call the API without credentials are refused.';

function isWanted(kind: string, name: string): boolean {
  return (kind === 'User' && name === 'system:anonymous') || (kind === 'Group' && name === 'system:unauthenticated');
}

export default kubernetesRule({
  id: 'kubernetes/rbac-bind-anonymous',
  title: 'Role for requests without credentials',
  severity: 'critical',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0122',
        relation: 'wider',
        note: 'the group `system:unauthenticated` and ClusterRoleBindings too',
        aliases: ['AVD-KSV-0122', 'KSV122', 'no-anonymous-user-bind'],
      },
    ],
    kubescape: [
      {
        id: 'C-0262',
        relation: 'narrower',
        note: 'the binding that every cluster has for its version is left out',
        aliases: ['anonymous-access-enabled'],
      },
    ],
    kubesec: [{ id: 'BindingsToSystemAnonymous', relation: 'wider', note: 'the group `system:unauthenticated` too' }],
  },
  references: [
    {
      title: 'Anonymous requests',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests',
    },
    { title: 'CWE-306', url: 'https://cwe.mitre.org/data/definitions/306.html' },
    { title: 'MITRE T1190', url: 'https://attack.mitre.org/techniques/T1190/' },
  ],
  messages: {
    bound: '`{binding}` gives `{role}` to `{name}`: to everyone who reaches the API server, without credentials.',
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
