import type { Value } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import type { KubernetesObject, Workload } from './model.ts';

/** The ServiceAccount that pods of a workload run as, where it is written among some objects. */
export function accountOf(workload: Workload, objects: readonly KubernetesObject[]): KubernetesObject | undefined {
  const { serviceAccountName: name, object } = workload;
  const wanted = name.kind === 'absent' || valueOf(name) === '' ? 'default' : valueOf(name);
  if (wanted === undefined) return undefined;
  return objects.find(
    (other) =>
      isServiceAccount(other) && valueOf(other.name) === wanted && valueOf(other.namespace) === valueOf(object.namespace),
  );
}

/** Whether an object is a ServiceAccount (ServiceAccount v1 in the API reference). */
export function isServiceAccount(object: KubernetesObject): boolean {
  return object.kind === 'ServiceAccount' && (object.group ?? '') === '';
}

/**
 * Whether pods of a workload get a token of their account, and where that is decided: by the pod spec, else by the ServiceAccount
 * when it is among the objects, else absent, which means yes
 * (https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting).
 */
export function tokenMount(workload: Workload, objects: readonly KubernetesObject[]): Value<boolean> {
  const own = workload.automountServiceAccountToken;
  if (own.kind !== 'absent') return own;
  const account = accountOf(workload, objects)?.fields.boolean('automountServiceAccountToken');
  return account === undefined || account.kind === 'absent' ? own : account;
}

/**
 * Whether the mapping that holds a workload's containers is a pod spec with the fields for service accounts, and the pods need no
 * token by their nature: Tekton tasks have no such fields, the executor of Argo Workflows reports through the API.
 */
export function choosesAccount(workload: Workload): boolean {
  const { group, kind } = workload.object;
  const isWorkflow = group === 'argoproj.io' && kind !== 'Rollout';
  return workload.certainty === 'known' && group !== 'tekton.dev' && !isWorkflow;
}
