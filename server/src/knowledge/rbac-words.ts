/**
 * Words of RBAC rules: what the API knows, and what people write in their place.
 * Sources: the API reference of Kubernetes 1.34 (groups, plural names); "Using RBAC Authorization", "Referring to resources"; "Request
 * verbs" (https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb). Read 2026-11-21.
 */

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

const GROUPS = words(`
  admissionregistration.k8s.io apiextensions.k8s.io apiregistration.k8s.io apps authentication.k8s.io authorization.k8s.io
  autoscaling batch certificates.k8s.io coordination.k8s.io discovery.k8s.io events.k8s.io extensions flowcontrol.apiserver.k8s.io
  networking.k8s.io node.k8s.io policy rbac.authorization.k8s.io resource.k8s.io scheduling.k8s.io storage.k8s.io
`);

/** Whether an API group is one that every cluster has; the core group is the empty string. */
export function isBuiltInGroup(group: string): boolean {
  return group === '' || GROUPS.has(group);
}

const RESOURCES = words(`
  pods services secrets configmaps events nodes namespaces endpoints serviceaccounts persistentvolumes persistentvolumeclaims
  replicationcontrollers deployments daemonsets statefulsets replicasets jobs cronjobs ingresses networkpolicies roles rolebindings
  clusterroles clusterrolebindings leases endpointslices storageclasses customresourcedefinitions poddisruptionbudgets
  horizontalpodautoscalers
`);

function singularOf(plural: string): string {
  if (plural === 'endpoints') return plural;
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  return plural.endsWith('sses') ? plural.slice(0, -2) : plural.slice(0, -1);
}

const PLURALS: ReadonlyMap<string, string> = new Map([...RESOURCES].map((plural) => [singularOf(plural), plural]));

/** The name of a resource that someone has written in the singular, as a kind, or with capitals; undefined for all others. */
export function meantResource(text: string): string | undefined {
  const [name = '', ...rest] = text.split('/');
  const lower = name.toLowerCase();
  const plural = PLURALS.get(lower) ?? (RESOURCES.has(lower) ? lower : undefined);
  return plural === undefined || plural === name ? undefined : [plural, ...rest].join('/');
}

/** The API group that someone means by one with a version, or by a name of the core group; undefined for all others. */
export function meantGroup(text: string): string | undefined {
  if (text === 'core' || text === 'v1') return '';
  return /^([^/]+)\/v\d+(?:(?:alpha|beta)\d+)?$/.exec(text)?.[1];
}

/** Verbs of the API in other words or in capitals; others may be checked by an operator of the cluster. */
const VERBS: ReadonlyMap<string, string> = new Map([
  ['read', 'get'],
  ['view', 'get'],
  ['write', 'update'],
  ['edit', 'update'],
  ['modify', 'update'],
  ['add', 'create'],
  ['remove', 'delete'],
  ['exec', 'create'],
  ['execute', 'create'],
  ['post', 'create'],
  ['put', 'update'],
  ['all', '*'],
]);

const LOWER = words('get list watch create update patch delete deletecollection');

/** The verb that someone means; undefined for those that are asked for, or may be. */
export function meantVerb(text: string): string | undefined {
  const lower = text.toLowerCase();
  return VERBS.get(lower) ?? (lower !== text && LOWER.has(lower) ? lower : undefined);
}
