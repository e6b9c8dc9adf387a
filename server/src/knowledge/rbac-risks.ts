/**
 * What someone can do with a permission of Kubernetes RBAC beyond what its words say.
 * Sources: "Role Based Access Control Good Practices", section "Kubernetes RBAC - privilege escalation risks"
 * (https://kubernetes.io/docs/concepts/security/rbac-good-practices/); "Using RBAC Authorization", sections "Privilege escalation
 * prevention and bootstrapping" and "Referring to resources"; CIS Kubernetes Benchmark 1.10, section 5.1; CVE-2020-8554;
 * the API reference for groups, scopes and subresources. Read 2026-11-21.
 */

/** A permission: each verb on each resource of each group. */
export interface RbacRisk {
  readonly apiGroups: readonly string[];
  /** With the subresource: `pods/exec`. */
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** What the subjects can do with it; completes "Role `x` lets its subjects …". */
  readonly can: string;
  /** Which word of the rule a reader has to change. */
  readonly word: 'verb' | 'resource';
  /** Milder than the rest of its list. */
  readonly isLesser?: true;
  /** Not a resource of a namespace: a Role names it in vain. */
  readonly isClusterScoped?: true;
}

const RBAC = ['rbac.authorization.k8s.io', 'authorization.openshift.io'];
const CHANGE = ['create', 'update', 'patch'];
const REMOVE = ['delete', 'deletecollection'];

/** Reading Secrets, and writing them, which reads them too. */
export const SECRET_ACCESS: readonly RbacRisk[] = [
  {
    apiGroups: [''],
    resources: ['secrets'],
    verbs: ['list', 'get', 'watch'],
    can: 'read every Secret',
    word: 'resource',
  },
  {
    apiGroups: [''],
    resources: ['secrets'],
    verbs: ['create'],
    can: 'make themselves a token of any service account by a Secret of type `kubernetes.io/service-account-token`',
    word: 'resource',
  },
  {
    apiGroups: [''],
    resources: ['secrets'],
    verbs: ['update', 'patch'],
    can: 'read and replace any Secret, since the answer to a change holds its content',
    word: 'resource',
  },
  {
    apiGroups: [''],
    resources: ['secrets'],
    verbs: ['deletecollection', 'delete'],
    can: 'delete the Secrets that programs run with',
    word: 'resource',
    isLesser: true,
  },
];

/** Starting pods, directly or by a controller. */
export const CREATE_WORKLOADS: readonly RbacRisk[] = [
  {
    apiGroups: [''],
    resources: ['pods', 'replicationcontrollers'],
    verbs: CHANGE,
    can: 'run a pod with any service account, Secret and volume of the namespace',
    word: 'verb',
  },
  {
    apiGroups: ['apps', 'extensions', 'batch'],
    resources: ['deployments', 'daemonsets', 'statefulsets', 'replicasets', 'jobs', 'cronjobs'],
    verbs: CHANGE,
    can: 'run pods with any service account, Secret and volume of the namespace',
    word: 'verb',
  },
];

/** Getting into pods that run. */
export const POD_EXEC: readonly RbacRisk[] = [
  { apiGroups: [''], resources: ['pods/exec'], verbs: ['create'], can: 'run commands in any container', word: 'resource' },
  {
    apiGroups: [''],
    resources: ['pods/exec'],
    verbs: ['get'],
    can: 'run commands in any container over a WebSocket, for which servers before Kubernetes 1.35 ask for `get` alone',
    word: 'resource',
    isLesser: true,
  },
  {
    apiGroups: [''],
    resources: ['pods/attach'],
    verbs: ['create', 'get'],
    can: 'read and write the console of any container',
    word: 'resource',
  },
  {
    apiGroups: [''],
    resources: ['pods/portforward'],
    verbs: ['create', 'get'],
    can: 'reach any port of any pod past network policies',
    word: 'resource',
  },
  {
    apiGroups: [''],
    resources: ['pods/ephemeralcontainers'],
    verbs: ['update', 'patch'],
    can: 'start a container of their choice inside any running pod',
    word: 'resource',
  },
];

/** Getting more rights than the role says. */
export const ESCALATION: readonly RbacRisk[] = [
  {
    apiGroups: RBAC,
    resources: ['clusterroles', 'roles'],
    verbs: ['escalate'],
    can: 'write rights into a role that they do not have themselves',
    word: 'verb',
  },
  {
    apiGroups: RBAC,
    resources: ['clusterroles', 'roles'],
    verbs: ['bind'],
    can: 'bind any role, `cluster-admin` too, once they may create a binding',
    word: 'verb',
  },
  {
    apiGroups: [''],
    resources: ['serviceaccounts'],
    verbs: ['impersonate'],
    can: 'act as any service account',
    word: 'verb',
  },
  {
    apiGroups: [''],
    resources: ['users', 'groups'],
    verbs: ['impersonate'],
    can: 'act as any user or group, `system:masters` too',
    word: 'verb',
    isClusterScoped: true,
  },
  {
    apiGroups: ['authentication.k8s.io'],
    resources: ['uids', 'userextras/scopes'],
    verbs: ['impersonate'],
    can: 'act under the uid or the scopes of someone else',
    word: 'verb',
    isClusterScoped: true,
  },
];

/** Giving roles away. */
export const CREATE_BINDINGS: readonly RbacRisk[] = [
  {
    apiGroups: RBAC,
    resources: ['rolebindings'],
    verbs: CHANGE,
    can: 'give every right that they have to anyone',
    word: 'verb',
  },
  {
    apiGroups: RBAC,
    resources: ['clusterrolebindings'],
    verbs: CHANGE,
    can: 'give every right that they have to anyone, in all namespaces',
    word: 'verb',
    isClusterScoped: true,
  },
];

/** The kubelet's own API, through the API server. */
export const NODES_PROXY: readonly RbacRisk[] = [
  {
    apiGroups: [''],
    resources: ['nodes/proxy'],
    verbs: ['create', 'get', 'update', 'patch', 'delete'],
    can: "run commands in every pod of a node by the kubelet's API, past admission control and audit log",
    word: 'resource',
    isClusterScoped: true,
  },
];

/** What decides on every request. */
export const WEBHOOK_CONFIG: readonly RbacRisk[] = [
  {
    apiGroups: ['admissionregistration.k8s.io'],
    resources: ['mutatingwebhookconfigurations', 'mutatingadmissionpolicies', 'mutatingadmissionpolicybindings'],
    verbs: CHANGE,
    can: 'read and change every object on its way into the cluster',
    word: 'resource',
    isClusterScoped: true,
  },
  {
    apiGroups: ['admissionregistration.k8s.io'],
    resources: ['validatingwebhookconfigurations', 'validatingadmissionpolicies', 'validatingadmissionpolicybindings'],
    verbs: [...CHANGE, ...REMOVE],
    can: 'read every object on its way into the cluster, and switch off the policies that would refuse it',
    word: 'resource',
    isClusterScoped: true,
  },
  {
    apiGroups: ['admissionregistration.k8s.io'],
    resources: ['mutatingwebhookconfigurations', 'mutatingadmissionpolicies', 'mutatingadmissionpolicybindings'],
    verbs: REMOVE,
    can: 'remove what sets secure defaults on objects',
    word: 'resource',
    isClusterScoped: true,
    isLesser: true,
  },
];

/** Identities made to order. */
export const ISSUE_CREDENTIALS: readonly RbacRisk[] = [
  {
    apiGroups: [''],
    resources: ['serviceaccounts/token'],
    verbs: ['create'],
    can: 'get a token of any service account, which outlives the removal of this right',
    word: 'resource',
  },
  {
    apiGroups: ['certificates.k8s.io'],
    resources: ['certificatesigningrequests/approval'],
    verbs: ['update', 'patch'],
    can: 'approve client certificates for any user, once they may `approve` for the signer',
    word: 'resource',
    isClusterScoped: true,
  },
];

/** Volumes of the node. */
export const CREATE_VOLUMES: readonly RbacRisk[] = [
  {
    apiGroups: [''],
    resources: ['persistentvolumes'],
    verbs: CHANGE,
    can: 'reach any directory of a node by a PersistentVolume with `hostPath`',
    word: 'resource',
    isClusterScoped: true,
  },
];

/** Taking programs down. */
export const DELETE_WORKLOADS: readonly RbacRisk[] = [
  {
    apiGroups: [''],
    resources: ['namespaces'],
    verbs: ['delete'],
    can: 'delete namespaces with all that is in them',
    word: 'verb',
    isClusterScoped: true,
  },
  {
    apiGroups: [''],
    resources: ['nodes', 'persistentvolumes'],
    verbs: REMOVE,
    can: 'take nodes and volumes from the cluster',
    word: 'verb',
    isClusterScoped: true,
  },
  {
    apiGroups: [''],
    resources: ['pods', 'replicationcontrollers', 'services', 'serviceaccounts', 'persistentvolumeclaims'],
    verbs: REMOVE,
    can: 'take programs or their data down',
    word: 'verb',
  },
  {
    apiGroups: ['apps', 'extensions', 'batch'],
    resources: ['deployments', 'daemonsets', 'statefulsets', 'replicasets', 'jobs', 'cronjobs'],
    verbs: REMOVE,
    can: 'take programs down',
    word: 'verb',
  },
];

/** Removing traces. */
export const DELETE_EVENTS: readonly RbacRisk[] = [
  {
    apiGroups: ['', 'events.k8s.io'],
    resources: ['events'],
    verbs: REMOVE,
    can: 'delete the events that show what they did',
    word: 'verb',
  },
];

/** What programs and the cluster's DNS are configured with. */
export const MODIFY_CONFIGMAPS: readonly RbacRisk[] = [
  {
    apiGroups: [''],
    resources: ['configmaps'],
    verbs: [...CHANGE, ...REMOVE],
    can: 'change what programs are configured with',
    word: 'verb',
  },
];

/** ConfigMaps that decide over a whole cluster, and what their writer can do. */
export const POWERFUL_CONFIGMAPS: ReadonlyMap<string, string> = new Map([
  // https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html
  ['aws-auth', 'map any AWS role to `system:masters`'],
  // https://kubernetes.io/docs/tasks/administer-cluster/dns-custom-nameservers/
  ['coredns', 'answer any name in the cluster with an address of theirs'],
]);

/** Where traffic goes. */
export const MODIFY_NETWORK: readonly RbacRisk[] = [
  {
    apiGroups: ['networking.k8s.io', 'extensions'],
    resources: ['networkpolicies'],
    verbs: [...CHANGE, ...REMOVE],
    can: 'lift the isolation between pods',
    word: 'verb',
  },
  {
    apiGroups: [''],
    resources: ['services', 'endpoints'],
    verbs: [...CHANGE, ...REMOVE],
    can: 'lead the traffic of a service to a pod or address of theirs',
    word: 'verb',
  },
  {
    apiGroups: [''],
    resources: ['services/status'],
    verbs: ['update', 'patch'],
    can: 'take over traffic to any external address by the status of a load balancer (CVE-2020-8554)',
    word: 'resource',
  },
  {
    apiGroups: ['discovery.k8s.io'],
    resources: ['endpointslices'],
    verbs: [...CHANGE, ...REMOVE],
    can: 'lead the traffic of a service to a pod or address of theirs',
    word: 'verb',
  },
  {
    apiGroups: ['networking.k8s.io', 'extensions'],
    resources: ['ingresses'],
    verbs: [...CHANGE, ...REMOVE],
    can: 'publish any service of the namespace, or take over the host name of another',
    word: 'verb',
  },
];
