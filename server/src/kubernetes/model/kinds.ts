/**
 * Where kinds keep their pods. A path leads from the object to a mapping with the pods' `metadata` and `spec`. Steps: a key;
 * `[]` for each item of a list; `{}` for each value of a mapping; `*Suffix` for each key that ends so; `a|b` for either key.
 */
export interface WorkloadKind {
  /** The API groups that define it; the core group is the empty string. */
  readonly groups: readonly string[];
  readonly shape: 'pod-template' | 'argo-workflow' | 'tekton-task';
  readonly path: string;
}

const template = (groups: string, path: string): WorkloadKind => ({ groups: groups.split(' '), shape: 'pod-template', path });
const argo = (path: string): WorkloadKind => ({ groups: ['argoproj.io'], shape: 'argo-workflow', path });
const tekton = (path: string): WorkloadKind => ({ groups: ['tekton.dev'], shape: 'tekton-task', path });

const APPS = 'apps extensions';
const KRUISE = 'apps.kruise.io';
const KUBEFLOW = 'kubeflow.org';

/**
 * Sources: the API reference (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/) for built-in kinds,
 * the custom resource definitions of each project for the rest. The core group is ''.
 */
const WORKLOAD_KINDS: Readonly<Record<string, readonly WorkloadKind[]>> = {
  Pod: [{ groups: [''], shape: 'pod-template', path: '' }],
  PodTemplate: [{ groups: [''], shape: 'pod-template', path: 'template' }],
  ReplicationController: [{ groups: [''], shape: 'pod-template', path: 'spec.template' }],
  Deployment: [template(APPS, 'spec.template')],
  StatefulSet: [template(`${APPS} ${KRUISE}`, 'spec.template')],
  DaemonSet: [template(`${APPS} ${KRUISE}`, 'spec.template')],
  ReplicaSet: [template(APPS, 'spec.template')],
  Job: [template('batch extensions', 'spec.template'), template('batch.volcano.sh', 'spec.tasks.[].template')],
  CronJob: [template('batch', 'spec.jobTemplate.spec.template')],
  DeploymentConfig: [{ groups: ['apps.openshift.io', ''], shape: 'pod-template', path: 'spec.template' }],
  Rollout: [template('argoproj.io', 'spec.template')],
  Experiment: [template('argoproj.io', 'spec.templates.[].template')],
  AnalysisTemplate: [template('argoproj.io', 'spec.metrics.[].provider.job.spec.template')],
  ClusterAnalysisTemplate: [template('argoproj.io', 'spec.metrics.[].provider.job.spec.template')],
  AnalysisRun: [template('argoproj.io', 'spec.metrics.[].provider.job.spec.template')],
  Service: [template('serving.knative.dev', 'spec.template')],
  Configuration: [template('serving.knative.dev', 'spec.template')],
  Revision: [template('serving.knative.dev', '')],
  Workflow: [argo('spec')],
  WorkflowTemplate: [argo('spec')],
  ClusterWorkflowTemplate: [argo('spec')],
  CronWorkflow: [argo('spec.workflowSpec')],
  Task: [tekton('spec')],
  ClusterTask: [tekton('spec')],
  SandboxTemplate: [template('extensions.agents.x-k8s.io', 'spec.podTemplate')],
  Sandbox: [template('agents.x-k8s.io', 'spec.podTemplate')],
  CloneSet: [template(KRUISE, 'spec.template')],
  BroadcastJob: [template(KRUISE, 'spec.template')],
  AdvancedCronJob: [template(KRUISE, 'spec.template.jobTemplate.spec.template')],
  JobSet: [template('jobset.x-k8s.io', 'spec.replicatedJobs.[].template.spec.template')],
  LeaderWorkerSet: [template('leaderworkerset.x-k8s.io', 'spec.leaderWorkerTemplate.leaderTemplate|workerTemplate')],
  RayCluster: [template('ray.io', 'spec.headGroupSpec.template'), template('ray.io', 'spec.workerGroupSpecs.[].template')],
  RayJob: [
    template('ray.io', 'spec.rayClusterSpec.headGroupSpec.template'),
    template('ray.io', 'spec.rayClusterSpec.workerGroupSpecs.[].template'),
    template('ray.io', 'spec.submitterPodTemplate'),
  ],
  RayService: [
    template('ray.io', 'spec.rayClusterConfig.headGroupSpec.template'),
    template('ray.io', 'spec.rayClusterConfig.workerGroupSpecs.[].template'),
  ],
  PyTorchJob: [template(KUBEFLOW, 'spec.*ReplicaSpecs.{}.template')],
  TFJob: [template(KUBEFLOW, 'spec.*ReplicaSpecs.{}.template')],
  MPIJob: [template(KUBEFLOW, 'spec.*ReplicaSpecs.{}.template')],
  XGBoostJob: [template(KUBEFLOW, 'spec.*ReplicaSpecs.{}.template')],
  PaddleJob: [template(KUBEFLOW, 'spec.*ReplicaSpecs.{}.template')],
  JAXJob: [template(KUBEFLOW, 'spec.*ReplicaSpecs.{}.template')],
  ScaledJob: [template('keda.sh', 'spec.jobTargetRef.template')],
};

/** Groups of built-in controllers; who writes `v1` for one of them means these, for the core group has no kind of that name. */
const BUILT_IN = ['apps', 'batch'];

/**
 * Where pods of a kind are; empty for kinds that run none or that we do not know. Without a known group (`undefined`) the
 * kind's name alone decides: that is a manifest whose `apiVersion` is still being typed, or templated.
 */
export function workloadKinds(kind: string, group: string | undefined): readonly WorkloadKind[] {
  const entries = Object.hasOwn(WORKLOAD_KINDS, kind) ? (WORKLOAD_KINDS[kind] ?? []) : [];
  if (group === undefined) return entries;
  const found = entries.filter((entry) => entry.groups.includes(group));
  return group === '' && found.length === 0
    ? entries.filter((entry) => BUILT_IN.some((builtIn) => entry.groups.includes(builtIn)))
    : found;
}

/** Kinds that hold schemas or patterns of pods, never pods: looking for pod specs in them would find what nobody runs. */
const NEVER_WORKLOADS = new Set([
  'CustomResourceDefinition',
  'ConfigMap',
  'Secret',
  'APIService',
  'PodPreset',
  'ConstraintTemplate',
]);
/** Groups whose objects match or change other objects: Kyverno, Gatekeeper, Kubewarden. */
const POLICY_GROUPS = ['kyverno.io', 'gatekeeper.sh', 'kubewarden.io', 'apiextensions.k8s.io', 'admissionregistration.k8s.io'];

/** Whether an object of an unknown kind may be searched for something that looks like a pod spec. */
export function mayHoldPods(kind: string, group: string | undefined): boolean {
  if (NEVER_WORKLOADS.has(kind)) return false;
  return group === undefined || !POLICY_GROUPS.some((policy) => group === policy || group.endsWith(`.${policy}`));
}
