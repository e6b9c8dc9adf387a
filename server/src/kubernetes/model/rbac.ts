import type { At, Value } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import type { YamlMap } from '../../yaml/node.ts';
import type { List } from './mapping.ts';
import { Mapping } from './mapping.ts';
import type { KubernetesObject } from './model.ts';
import { nameToken } from './naming.ts';

/** One item of a role's `rules` (PolicyRule v1 in the API reference). */
export interface PolicyRule {
  readonly node: YamlMap;
  readonly fields: Mapping;
  readonly apiGroups: List<Value<string>>;
  readonly resources: List<Value<string>>;
  readonly verbs: List<Value<string>>;
  readonly resourceNames: List<Value<string>>;
  readonly nonResourceURLs: List<Value<string>>;
}

/** A Role or ClusterRole, of Kubernetes or of OpenShift's older API. */
export interface Role {
  readonly object: KubernetesObject;
  /** A ClusterRole: its rules may also name cluster-scoped resources and URLs. */
  readonly isCluster: boolean;
  /** One of those that Kubernetes or the distribution makes itself. */
  readonly isBuiltIn: boolean;
  /** Its rules are filled in from other ClusterRoles; what is written is overwritten, so `rules` has none of it. */
  readonly isAggregated: boolean;
  readonly rules: List<PolicyRule>;
}

/** Who a binding gives a role to (Subject v1). */
export interface Subject {
  readonly node: YamlMap;
  readonly fields: Mapping;
  readonly at: At;
  readonly kind: Value<string>;
  readonly name: Value<string>;
  readonly namespace: Value<string>;
}

/** A RoleBinding or ClusterRoleBinding. */
export interface Binding {
  readonly object: KubernetesObject;
  readonly isCluster: boolean;
  readonly isBuiltIn: boolean;
  readonly roleKind: Value<string>;
  readonly roleName: Value<string>;
  readonly subjects: List<Subject>;
}

/** What a client asks the API for: the resource with its subresource, `pods/exec`; the core group is the empty string. */
export interface AccessRequest {
  readonly apiGroup: string;
  readonly resource: string;
  readonly verb: string;
}

/** That a rule allows a request, and by which of its words. */
export interface Grant {
  readonly apiGroup: At;
  readonly resource: At;
  readonly verb: At;
  /** The resource is granted by `*`, not by its name. */
  readonly anyResource: boolean;
  /** Only for the objects in `resourceNames`. */
  readonly isByName: boolean;
}

const GROUPS = new Set<string | undefined>([undefined, 'rbac.authorization.k8s.io', 'authorization.openshift.io']);
/** The label of the roles and bindings that the API server makes (https://kubernetes.io/docs/reference/access-authn-authz/rbac/#auto-reconciliation). */
const BOOTSTRAPPING = 'kubernetes.io/bootstrapping';
/** Roles for users that every cluster has (the same page, "User-facing roles"). */
const USER_ROLES = new Set(['cluster-admin', 'admin', 'edit', 'view']);

/** The role that an object is, or undefined. */
export function roleOf(object: KubernetesObject): Role | undefined {
  const isCluster = object.kind === 'ClusterRole';
  if ((object.kind !== 'Role' && !isCluster) || !GROUPS.has(object.group)) return undefined;
  const isAggregated = object.fields.field('aggregationRule').kind !== 'absent';
  const rules = object.fields.list('rules', readRule);
  return {
    object,
    isCluster,
    isBuiltIn: isBootstrapped(object) || (isCluster && USER_ROLES.has(valueOf(object.name) ?? '')),
    isAggregated,
    rules: isAggregated ? { ...rules, items: [], open: true } : rules,
  };
}

/** The binding that an object is, or undefined. */
export function bindingOf(object: KubernetesObject): Binding | undefined {
  const isCluster = object.kind === 'ClusterRoleBinding';
  if ((object.kind !== 'RoleBinding' && !isCluster) || !GROUPS.has(object.group)) return undefined;
  const role = object.fields.mapping('roleRef');
  return {
    object,
    isCluster,
    isBuiltIn: isBootstrapped(object),
    roleKind: role.string('kind'),
    roleName: role.string('name'),
    subjects: object.fields.list('subjects', readSubject),
  };
}

/**
 * The role that a binding refers to among some objects: a ClusterRole by its name, a Role of the binding's namespace. Objects may
 * come from one document or from a whole project.
 */
export function boundRole(binding: Binding, objects: readonly KubernetesObject[]): Role | undefined {
  const name = valueOf(binding.roleName);
  const kind = valueOf(binding.roleKind);
  if (name === undefined) return undefined;
  const found = objects.find(
    (object) =>
      object.kind === kind &&
      valueOf(object.name) === name &&
      (kind === 'ClusterRole' || valueOf(object.namespace) === valueOf(binding.object.namespace)),
  );
  return found && roleOf(found);
}

/**
 * Whether a rule allows a request, as the authorizer decides: `*` stands for every group, resource or verb, a subresource as
 * `*` + `/status` for that of every resource; `pods` is not `pods/exec`, and `pods/*` is nothing
 * (`VerbMatches`, `APIGroupMatches`, `ResourceMatches` in k8s.io/kubernetes/pkg/apis/rbac/v1/evaluation_helpers.go).
 */
export function grants(rule: PolicyRule, request: AccessRequest): Grant | undefined {
  const slash = request.resource.indexOf('/');
  const subresource = slash < 0 ? [] : [`*${request.resource.slice(slash)}`];
  const verb = matching(rule.verbs, [request.verb, '*']);
  const resource = matching(rule.resources, [request.resource, ...subresource, '*']);
  const apiGroup = matching(rule.apiGroups, [request.apiGroup, '*']);
  if (!verb || !resource || !apiGroup) return undefined;
  const names = rule.resourceNames;
  return {
    apiGroup: apiGroup.at,
    resource: resource.at,
    verb: verb.at,
    anyResource: resource.value === '*',
    isByName: names.items.length > 0 || names.open,
  };
}

/** The item of a list that says `*`. */
export function wildcardIn(list: List<Value<string>>): At | undefined {
  return matching(list, ['*'])?.at;
}

/** Every verb on every resource of all API groups, or of the core group with its Secrets and pods: there is nothing to add to that. */
export function isBlanket(rule: PolicyRule): boolean {
  const all = wildcardIn(rule.verbs) !== undefined && wildcardIn(rule.resources) !== undefined;
  return all && matching(rule.apiGroups, ['*', '']) !== undefined;
}

/** Whether a rule names an object in `resourceNames`. */
export function namesObject(rule: PolicyRule, name: string): boolean {
  return matching(rule.resourceNames, [name]) !== undefined;
}

type KnownText = Extract<Value<string>, { readonly kind: 'known' }>;

/** The first item with the first of the wanted texts that is there. */
function matching(list: List<Value<string>>, wanted: readonly string[]): KnownText | undefined {
  for (const text of wanted) {
    const found = list.items.find((item): item is KnownText => item.kind === 'known' && item.value === text);
    if (found) return found;
  }
  return undefined;
}

function isBootstrapped(object: KubernetesObject): boolean {
  return object.metadata.labels.some(({ key, value }) => key === BOOTSTRAPPING && valueOf(value) === 'rbac-defaults');
}

function readRule(node: YamlMap): PolicyRule {
  const fields = Mapping.of(node, { at: nameToken(node, []), partial: false });
  return {
    node,
    fields,
    apiGroups: fields.strings('apiGroups'),
    resources: fields.strings('resources'),
    verbs: fields.strings('verbs'),
    resourceNames: fields.strings('resourceNames'),
    nonResourceURLs: fields.strings('nonResourceURLs'),
  };
}

function readSubject(node: YamlMap): Subject {
  const at = nameToken(node, ['name']);
  const fields = Mapping.of(node, { at, partial: false });
  return {
    node,
    fields,
    at,
    kind: fields.string('kind'),
    name: fields.string('name'),
    namespace: fields.string('namespace'),
  };
}
