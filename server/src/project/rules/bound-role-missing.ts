import { named } from '../pods.ts';
import { projectRule } from '../rule.ts';

/** Roles that a cluster or its distribution brings along. */
const BUILT_IN =
  /^(?:cluster-admin|admin|edit|view|system:.*|extension-apiserver-authentication-reader|cluster-reader|basic-user|self-provisioner|registry-.*)$/;

export default projectRule({
  id: 'project/bound-role-missing',
  title: 'Binding to a role that is not there',
  severity: 'info',
  confidence: 'medium',
  category: 'access-control',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    polaris: ['clusterrolebindingPodExecAttach', 'rolebindingClusterRolePodExecAttach', 'rolebindingRolePodExecAttach'].map(
      (id) => ({
        id,
        relation: 'wider' as const,
        note: 'together with `kubernetes/rbac-pod-exec`; a role that is not there is told as such',
      }),
    ),
  },
  references: [{ title: 'Using RBAC Authorization', url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/' }],
  messages: {
    missing: 'No manifest beside this one makes the {kind} `{role}` that `{binding}` gives: what it allows is not known here.',
  },
  visit: {
    object(context, object, unit) {
      const role = object.facts.binding?.role;
      if (!role || BUILT_IN.test(role.name)) return;
      const { found, isOpen } = named(unit, role.kind, role.name, role.kind === 'ClusterRole' ? '' : object.facts.namespace);
      if (found.length > 0 || isOpen) return;
      context.report({
        at: object.place(role.at),
        message: 'missing',
        data: { kind: role.kind, role: role.name, binding: object.facts.displayName },
      });
    },
  },
});
