import { kubernetesRule } from '../rule.ts';
import { boundSubjects, withoutSubject } from '../shared/bound-subjects.ts';

const CAUTION = 'Pods that used the API by this account are refused; give them an account of their own first.';

/** Every service account of the cluster, or of a namespace. */
const GROUPS = /^system:serviceaccounts(?::|$)/;

function isWanted(kind: string, name: string): boolean {
  return kind === 'Group' ? GROUPS.test(name) : kind === 'ServiceAccount' && name === 'default';
}

export default kubernetesRule({
  id: 'kubernetes/rbac-bind-default-sa',
  title: 'Role for a default service account',
  severity: 'medium',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [
      {
        id: 'CKV_K8S_42',
        relation: 'wider',
        note: 'the groups of all service accounts too',
        aliases: ['DefaultServiceAccountBinding'],
      },
    ],
    kubescape: [
      {
        id: 'C-0225',
        relation: 'wider',
        note: 'the groups of all service accounts too',
        aliases: ['C-0239', 'ensure-default-service-accounts-has-only-default-roles'],
      },
    ],
    kics: [
      {
        id: 'Role Binding To Default Service Account',
        relation: 'wider',
        note: 'the groups of all service accounts too',
        aliases: ['1e749bc9-fde8-471c-af0c-8254efd2dee5', 'role_binding_to_default_service_account'],
      },
    ],
  },
  references: [
    {
      title: 'Configure service accounts for pods',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
    },
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'CIS Kubernetes 5.1.5' },
  ],
  messages: {
    bound: '`{binding}` gives `{role}` to `{name}`: to pods that never asked for it.',
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
