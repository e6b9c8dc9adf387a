import { valueOf } from '../../core/value.ts';
import type { Workload } from './model.ts';

const LONG_RUNNING = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'DeploymentConfig',
  'Rollout',
  'Pod',
]);
const REPLICATED = new Set(['Deployment', 'DeploymentConfig', 'Rollout']);

/** Whether the pods of a workload are meant to run until someone stops them, and so may be asked whether they still work. */
export function isLongRunning(workload: Workload): boolean {
  const { object, restartPolicy } = workload;
  const isEnding = restartPolicy.kind === 'dynamic' || ['Never', 'OnFailure'].includes(valueOf(restartPolicy) ?? '');
  return LONG_RUNNING.has(object.kind) && workload.certainty === 'known' && !workload.partial && !isEnding;
}

/** Whether a kind runs as many copies of a pod as `spec.replicas` says, each like the others; also of a patch, which may set it. */
export function isScaled({ object, certainty }: Workload): boolean {
  return REPLICATED.has(object.kind) && certainty === 'known';
}
