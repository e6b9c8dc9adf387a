/** An API version that Kubernetes no longer serves. */
export interface RemovedApi {
  readonly apiVersion: string;
  readonly kinds: readonly string[];
  /** The minor version of Kubernetes 1 that is the first without it. */
  readonly removedIn: number;
  /** What serves the kind now; undefined where nothing does. */
  readonly instead?: string;
}

const removed = (apiVersion: string, kinds: string, removedIn: number, instead?: string): RemovedApi => ({
  apiVersion,
  kinds: kinds.split(' '),
  removedIn,
  ...(instead !== undefined && { instead }),
});

/** Source: https://kubernetes.io/docs/reference/using-api/deprecation-guide/. */
const REMOVED_APIS: readonly RemovedApi[] = [
  removed('extensions/v1beta1', 'Deployment DaemonSet ReplicaSet', 16, 'apps/v1'),
  removed('extensions/v1beta1', 'NetworkPolicy', 16, 'networking.k8s.io/v1'),
  removed('extensions/v1beta1', 'PodSecurityPolicy', 16),
  removed('extensions/v1beta1', 'Ingress', 22, 'networking.k8s.io/v1'),
  removed('apps/v1beta1', 'Deployment StatefulSet ReplicaSet', 16, 'apps/v1'),
  removed('apps/v1beta2', 'Deployment StatefulSet DaemonSet ReplicaSet', 16, 'apps/v1'),
  removed('networking.k8s.io/v1beta1', 'Ingress IngressClass', 22, 'networking.k8s.io/v1'),
  removed(
    'rbac.authorization.k8s.io/v1beta1',
    'Role ClusterRole RoleBinding ClusterRoleBinding',
    22,
    'rbac.authorization.k8s.io/v1',
  ),
  removed(
    'rbac.authorization.k8s.io/v1alpha1',
    'Role ClusterRole RoleBinding ClusterRoleBinding',
    22,
    'rbac.authorization.k8s.io/v1',
  ),
  removed(
    'admissionregistration.k8s.io/v1beta1',
    'MutatingWebhookConfiguration ValidatingWebhookConfiguration',
    22,
    'admissionregistration.k8s.io/v1',
  ),
  removed('apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', 22, 'apiextensions.k8s.io/v1'),
  removed('apiregistration.k8s.io/v1beta1', 'APIService', 22, 'apiregistration.k8s.io/v1'),
  removed('certificates.k8s.io/v1beta1', 'CertificateSigningRequest', 22, 'certificates.k8s.io/v1'),
  removed('coordination.k8s.io/v1beta1', 'Lease', 22, 'coordination.k8s.io/v1'),
  removed('scheduling.k8s.io/v1beta1', 'PriorityClass', 22, 'scheduling.k8s.io/v1'),
  removed('storage.k8s.io/v1beta1', 'CSIDriver CSINode StorageClass VolumeAttachment', 22, 'storage.k8s.io/v1'),
  removed('batch/v1beta1', 'CronJob', 25, 'batch/v1'),
  removed('discovery.k8s.io/v1beta1', 'EndpointSlice', 25, 'discovery.k8s.io/v1'),
  removed('policy/v1beta1', 'PodDisruptionBudget', 25, 'policy/v1'),
  removed('policy/v1beta1', 'PodSecurityPolicy', 25),
  removed('autoscaling/v2beta1', 'HorizontalPodAutoscaler', 25, 'autoscaling/v2'),
  removed('autoscaling/v2beta2', 'HorizontalPodAutoscaler', 26, 'autoscaling/v2'),
  removed('node.k8s.io/v1beta1', 'RuntimeClass', 25, 'node.k8s.io/v1'),
  removed('storage.k8s.io/v1beta1', 'CSIStorageCapacity', 27, 'storage.k8s.io/v1'),
  removed('flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema PriorityLevelConfiguration', 29, 'flowcontrol.apiserver.k8s.io/v1'),
  removed('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema PriorityLevelConfiguration', 32, 'flowcontrol.apiserver.k8s.io/v1'),
];

/** The entry for a kind of an API version that is no longer served. */
export function removedApi(apiVersion: string, kind: string): RemovedApi | undefined {
  return REMOVED_APIS.find((api) => api.apiVersion === apiVersion && api.kinds.includes(kind));
}
