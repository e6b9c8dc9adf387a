import type { Entry, KubernetesObject } from './model.ts';

/** The prefix of the labels that the Pod Security admission controller reads. */
export const POD_SECURITY_LABEL = 'pod-security.kubernetes.io/';

/** Namespaces that the cluster makes itself. */
const SYSTEM = new Set(['kube-system', 'kube-public', 'kube-node-lease']);

/** Whether an object is a Namespace (Namespace v1 in the API reference). */
export function isNamespace(object: KubernetesObject): boolean {
  return object.kind === 'Namespace' && (object.group ?? '') === '';
}

/** Whether a name is one of the namespaces for the cluster's own objects. */
export function isSystemNamespace(name: string): boolean {
  return SYSTEM.has(name);
}

/** What a label of a namespace says about Pod Security: `enforce`, `warn-version`. */
export interface PodSecurityLabel {
  readonly mode: string;
  readonly entry: Entry;
}

/** The Pod Security labels of a namespace (https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces). */
export function podSecurityLabels(object: KubernetesObject): readonly PodSecurityLabel[] {
  if (!isNamespace(object)) return [];
  return object.metadata.labels.flatMap((entry) =>
    entry.key.startsWith(POD_SECURITY_LABEL) ? [{ mode: entry.key.slice(POD_SECURITY_LABEL.length), entry }] : [],
  );
}

/** Whether a template may add labels to an object. */
export function hasOpenLabels(object: KubernetesObject): boolean {
  const labels = object.metadata.fields.mapping('labels');
  return labels.value.kind === 'dynamic' || labels.node?.open === true;
}
