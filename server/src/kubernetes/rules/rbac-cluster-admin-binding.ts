import { type FixOffer, isRefusal } from '../../core/finding.ts';
import type { Severity } from '../../core/severity.ts';
import { valueOf } from '../../core/value.ts';
import { replaceKey } from '../edit/paths.ts';
import type { KubernetesObject } from '../model/model.ts';
import { type Binding, bindingOf, boundRole, isBlanket, type Role, wildcardIn } from '../model/rbac.ts';
import { kubernetesRule } from '../rule.ts';

/** For all namespaces; in a single one, `admin` and `edit` are what they are made for. */
const POWERFUL: ReadonlyMap<string, Severity> = new Map([
  ['cluster-admin', 'high'],
  ['admin', 'medium'],
  ['edit', 'medium'],
]);

const TO_COMPLETE = 'CHANGE-ME';

export default kubernetesRule({
  id: 'kubernetes/rbac-cluster-admin-binding',
  title: 'Binding to an administrator role',
  severity: 'high',
  confidence: 'high',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'kube-linter': [{ id: 'cluster-admin-role-binding', relation: 'wider', note: '`admin` and `edit` for all namespaces too' }],
    trivy: [
      {
        id: 'KSV-0111',
        relation: 'wider',
        note: '`edit` for all namespaces too',
        aliases: ['AVD-KSV-0111', 'KSV111', 'cluster-admin0-role-only-used-where-required'],
      },
    ],
    kubescape: [
      {
        id: 'C-0185',
        relation: 'wider',
        note: '`admin` and `edit` for all namespaces too',
        aliases: ['C-0035', 'cluster-admin-role'],
      },
    ],
    polaris: [
      { id: 'clusterrolebindingClusterAdmin', relation: 'wider', note: '`admin` and `edit` too' },
      { id: 'rolebindingClusterAdminClusterRole', relation: 'wider', note: 'whatever the role is called in this document' },
      { id: 'rolebindingClusterAdminRole', relation: 'wider', note: 'whatever the role is called in this document' },
    ],
    kics: [
      {
        id: 'Cluster admin rolebinding with superuser permissions',
        relation: 'wider',
        note: '`admin` and `edit` for all namespaces too',
        aliases: ['249328b8-5f0f-409f-b1dd-029f07882e11', 'cluster_admin_role_binding_with_super_user_permissions'],
      },
    ],
  },
  references: [
    { title: 'User-facing roles', url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles' },
    { title: 'CWE-269', url: 'https://cwe.mitre.org/data/definitions/269.html' },
    { title: 'CIS Kubernetes 5.1.1' },
    { title: 'NSA/CISA Kubernetes Hardening Guide: authentication and authorization' },
  ],
  messages: {
    cluster: '`{binding}` gives `{role}` to {subjects} in all namespaces.',
    namespace: '`{binding}` gives `{role}`, every right in its namespace, to {subjects}.',
    everything: '`{binding}` gives {subjects} the role `{role}`, which grants everything.',
  },
  visit: {
    object(context, object) {
      const binding = bindingOf(object);
      if (!binding || binding.isBuiltIn || binding.roleName.kind !== 'known' || !hasSubjects(binding)) return;
      const role = binding.roleName.value;
      const data = { binding: object.displayName, role, subjects: subjectsOf(binding) };
      const fixes = () => [bindAnother(object)];
      const isAdmin = role === 'cluster-admin' && valueOf(binding.roleKind) !== 'Role';
      if (binding.isCluster && POWERFUL.has(role))
        context.report({ at: binding.roleName.at, message: 'cluster', data, fixes, severity: POWERFUL.get(role) ?? 'high' });
      else if (isAdmin) context.report({ at: binding.roleName.at, message: 'namespace', data, fixes, severity: 'medium' });
      else if (grantsEverything(boundRole(binding, object.beside)))
        context.report({
          at: binding.roleName.at,
          message: 'everything',
          data,
          fixes,
          severity: binding.isCluster ? 'high' : 'medium',
        });
    },
  },
});

/** The members of `system:masters` have every right without any binding. */
function hasSubjects({ subjects }: Binding): boolean {
  const others = subjects.items.filter(({ kind, name }) => valueOf(kind) !== 'Group' || valueOf(name) !== 'system:masters');
  return others.length > 0 || subjects.open;
}

function subjectsOf({ subjects }: Binding): string {
  const names = subjects.items.map(({ name }) => `\`${valueOf(name) ?? '…'}\``);
  return names.length === 0 ? 'its subjects' : names.length > 2 ? `${names.length} subjects` : names.join(' and ');
}

function grantsEverything(role: Role | undefined): boolean {
  return role?.rules.items.some((rule) => isBlanket(rule) && wildcardIn(rule.apiGroups) !== undefined) ?? false;
}

/** A binding's role can't be changed in the cluster: it is made anew (https://kubernetes.io/docs/reference/access-authn-authz/rbac/#clusterrolebinding-example). */
function bindAnother(object: KubernetesObject): FixOffer {
  const title = 'Bind a role with the rights that are needed';
  const caution = 'The role has to exist; a binding that is in the cluster already has to be deleted and made anew.';
  const roleRef = object.fields.mapping('roleRef');
  const offer = replaceKey(object, roleRef, 'name', TO_COMPLETE, { title, safety: 'placeholder', caution });
  return isRefusal(offer) ? offer : { ...offer, select: TO_COMPLETE };
}
