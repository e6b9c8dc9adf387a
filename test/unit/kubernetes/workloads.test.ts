import { describe, expect, it } from 'vitest';
import { objectsOf, workloadOf } from './read.ts';

const SPEC = 'hostPID: true, containers: [{name: main, image: i:1}], initContainers: [{name: init, image: i:1}]';

/** apiVersion, kind, the rest of the object. */
const KINDS: readonly (readonly [string, string, string])[] = [
  ['v1', 'Pod', `spec: {${SPEC}}`],
  ['v1', 'PodTemplate', `template: {spec: {${SPEC}}}`],
  ['v1', 'ReplicationController', `spec: {template: {spec: {${SPEC}}}}`],
  ['apps/v1', 'Deployment', `spec: {template: {spec: {${SPEC}}}}`],
  ['v1', 'Deployment', `spec: {template: {spec: {${SPEC}}}}`],
  ['extensions/v1beta1', 'Deployment', `spec: {template: {spec: {${SPEC}}}}`],
  ['apps/v1', 'StatefulSet', `spec: {template: {spec: {${SPEC}}}}`],
  ['apps/v1', 'DaemonSet', `spec: {template: {spec: {${SPEC}}}}`],
  ['apps/v1', 'ReplicaSet', `spec: {template: {spec: {${SPEC}}}}`],
  ['batch/v1', 'Job', `spec: {template: {spec: {${SPEC}}}}`],
  ['batch/v1', 'CronJob', `spec: {jobTemplate: {spec: {template: {spec: {${SPEC}}}}}}`],
  ['apps.openshift.io/v1', 'DeploymentConfig', `spec: {template: {spec: {${SPEC}}}}`],
  ['v1', 'DeploymentConfig', `spec: {template: {spec: {${SPEC}}}}`],
  ['argoproj.io/v1alpha1', 'Rollout', `spec: {template: {spec: {${SPEC}}}}`],
  ['argoproj.io/v1alpha1', 'Experiment', `spec: {templates: [{name: a, template: {spec: {${SPEC}}}}]}`],
  [
    'argoproj.io/v1alpha1',
    'AnalysisTemplate',
    `spec: {metrics: [{name: a, provider: {job: {spec: {template: {spec: {${SPEC}}}}}}}]}`,
  ],
  ['serving.knative.dev/v1', 'Service', `spec: {template: {spec: {${SPEC}}}}`],
  ['serving.knative.dev/v1', 'Configuration', `spec: {template: {spec: {${SPEC}}}}`],
  ['serving.knative.dev/v1', 'Revision', `spec: {${SPEC}}`],
  ['extensions.agents.x-k8s.io/v1beta1', 'SandboxTemplate', `spec: {podTemplate: {spec: {${SPEC}}}}`],
  ['apps.kruise.io/v1alpha1', 'CloneSet', `spec: {template: {spec: {${SPEC}}}}`],
  ['apps.kruise.io/v1beta1', 'StatefulSet', `spec: {template: {spec: {${SPEC}}}}`],
  ['batch.volcano.sh/v1alpha1', 'Job', `spec: {tasks: [{name: t, template: {spec: {${SPEC}}}}]}`],
  ['jobset.x-k8s.io/v1alpha2', 'JobSet', `spec: {replicatedJobs: [{name: j, template: {spec: {template: {spec: {${SPEC}}}}}}]}`],
  ['leaderworkerset.x-k8s.io/v1', 'LeaderWorkerSet', `spec: {leaderWorkerTemplate: {workerTemplate: {spec: {${SPEC}}}}}`],
  ['ray.io/v1', 'RayCluster', `spec: {headGroupSpec: {template: {spec: {${SPEC}}}}}`],
  ['kubeflow.org/v1', 'PyTorchJob', `spec: {pytorchReplicaSpecs: {Master: {template: {spec: {${SPEC}}}}}}`],
  ['keda.sh/v1alpha1', 'ScaledJob', `spec: {jobTargetRef: {template: {spec: {${SPEC}}}}}`],
];

describe('kinds that run pods', () => {
  it.each(KINDS)('%s %s', (apiVersion, kind, rest) => {
    const workload = workloadOf(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x}\n${rest}\n`);
    expect(workload.certainty).toBe('known');
    expect(workload.displayName).toBe(`${kind}/x`);
    expect(workload.hostPID).toMatchObject({ kind: 'known', value: true });
    expect(workload.containers.map((c) => `${c.role} ${c.displayName}`)).toEqual([
      `init ${kind}/x › init`,
      `main ${kind}/x › main`,
    ]);
  });

  it('has a workload per pod template, each named', () => {
    const [object] = objectsOf(
      `apiVersion: kubeflow.org/v1\nkind: TFJob\nmetadata: {name: x}\nspec: {tfReplicaSpecs: {Chief: {template: {spec: {${SPEC}}}}, Worker: {template: {spec: {${SPEC}}}}}}\n`,
    );
    expect(object?.workloads.map((w) => w.displayName)).toEqual(['TFJob/x (Chief)', 'TFJob/x (Worker)']);
  });

  it.each([
    [
      'TFJob',
      'kubeflow.org/v1',
      `{tfReplicaSpecs: {Chief: {template: {spec: {${SPEC}}}}, Worker: {template: {spec: {${SPEC}}}}}}`,
      'Chief Worker',
    ],
    [
      'JobSet',
      'jobset.x-k8s.io/v1alpha2',
      `{replicatedJobs: [${['driver', 'worker'].map((j) => `{name: ${j}, template: {spec: {template: {spec: {${SPEC}}}}}}`)}]}`,
      'driver worker',
    ],
    [
      'LeaderWorkerSet',
      'leaderworkerset.x-k8s.io/v1',
      `{leaderWorkerTemplate: {leaderTemplate: {spec: {${SPEC}}}, workerTemplate: {spec: {${SPEC}}}}}`,
      'leaderTemplate workerTemplate',
    ],
    [
      'RayJob',
      'ray.io/v1',
      `{rayClusterSpec: {headGroupSpec: {template: {spec: {${SPEC}}}}, workerGroupSpecs: [{groupName: gpu, template: {spec: {${SPEC}}}}]}, submitterPodTemplate: {spec: {${SPEC}}}}`,
      'headGroupSpec gpu submitterPodTemplate',
    ],
    [
      'AnalysisTemplate',
      'argoproj.io/v1alpha1',
      `{metrics: [${['up', 'fast'].map((m) => `{name: ${m}, provider: {job: {spec: {template: {spec: {${SPEC}}}}}}}`)}]}`,
      'up fast',
    ],
    [
      'Engine',
      'example.com/v1',
      `{parts: [{lead: {spec: {${SPEC}}}, work: {spec: {${SPEC}}}}, {name: aux, pod: {spec: {${SPEC}}}}]}`,
      'parts[0].lead parts[0].work aux.pod',
    ],
  ])('stands each of the pod templates of a %s at a token of its own', (kind, apiVersion, spec, labels) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x}\nspec: ${spec}\n`;
    const workloads = objectsOf(text)[0]?.workloads ?? [];
    expect(workloads.map((w) => w.displayName)).toEqual(labels.split(' ').map((label) => `${kind}/x (${label})`));
    const tokens = workloads.map(({ at: { span } }) => text.slice(span.start, span.end));
    expect(tokens).toEqual(labels.split(' ').map((label) => label.split('.').at(-1)));
    expect(new Set(workloads.map(({ at: { span } }) => span.start)).size).toBe(workloads.length);
  });

  it('numbers templates without a name, each at the key that leads to it', () => {
    const job = `{template: {spec: {template: {spec: {${SPEC}}}}}}`;
    const text = `apiVersion: jobset.x-k8s.io/v1alpha2\nkind: JobSet\nmetadata: {name: x}\nspec: {replicatedJobs: [${job}, ${job}]}\n`;
    const workloads = objectsOf(text)[0]?.workloads ?? [];
    expect(workloads.map((w) => w.displayName)).toEqual(['JobSet/x (replicatedJobs[0])', 'JobSet/x (replicatedJobs[1])']);
    const starts = workloads.map((w) => w.at.span.start);
    expect(starts.map((start) => text.slice(start, start + 8))).toEqual(['template', 'template']);
    expect(starts[0]).not.toBe(starts[1]);
  });

  it('reads an Argo workflow as one pod-level configuration with the containers of all templates', () => {
    const workload = workloadOf(`apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata: {name: x}
spec:
  workflowSpec:
    hostNetwork: true
    securityContext: {runAsNonRoot: true}
    templates:
    - name: a
      container: {image: i:1}
    - name: b
      securityContext: {runAsNonRoot: false}
      script: {image: i:1, source: echo}
      sidecars: [{name: s, image: i:1}]
    - name: c
      containerSet: {containers: [{name: one, image: i:1}]}
    - name: d
      steps: []
`);
    expect(workload.hostNetwork).toMatchObject({ value: true });
    expect(workload.containers.map((c) => c.label)).toEqual(['container[0]', 'script[0]', 's', 'one']);
    expect(workload.containers.map((c) => c.effective.runAsNonRoot)).toMatchObject([
      { value: true },
      { value: false },
      { value: false },
      { value: true },
    ]);
  });

  it('can not say what a Tekton task lacks at pod level', () => {
    const workload = workloadOf(
      'apiVersion: tekton.dev/v1\nkind: Task\nmetadata: {name: x}\nspec: {steps: [{name: a, image: i:1}]}\n',
    );
    expect(workload.securityContext.runAsNonRoot.kind).toBe('dynamic');
    expect(workload.containers[0]?.securityContext.privileged.kind).toBe('absent');
  });

  it.each([
    ['v1', 'Service', 'spec: {ports: []}'],
    ['argoproj.io/v1alpha1', 'Rollout', 'spec: {workloadRef: {kind: Deployment, name: x}}'],
    ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', `spec: {versions: [{schema: {template: {spec: {${SPEC}}}}}]}`],
    ['kyverno.io/v1', 'ClusterPolicy', `spec: {rules: [{validate: {pattern: {spec: {${SPEC}}}}}]}`],
    ['apps/v1', 'Deployment', 'spec: {template: {spec: null}}'],
    ['v1', 'ConfigMap', `data: {x: "spec: {${SPEC}}"}`],
  ])('%s %s with nothing to run has no workload', (apiVersion, kind, rest) => {
    const [object] = objectsOf(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x}\n${rest}\n`);
    expect(object?.workloads).toEqual([]);
  });

  it('guesses the pod spec of an unknown kind, and looks for no other inside it', () => {
    const [object] = objectsOf(
      `apiVersion: example.com/v1\nkind: Engine\nmetadata: {name: x}\nspec: {parts: [{pod: {metadata: {labels: {a: b}}, spec: {${SPEC}}}}]}\n`,
    );
    expect(object?.workloads).toHaveLength(1);
    expect(object?.workloads[0]).toMatchObject({ certainty: 'guessed', displayName: 'Engine/x' });
    expect(object?.workloads[0]?.metadata.labels[0]?.key).toBe('a');
  });

  it('guesses nothing from containers without images', () => {
    expect(objectsOf('apiVersion: example.com/v1\nkind: Engine\nspec: {containers: [{name: a}]}\n')[0]?.workloads).toEqual([]);
  });
});

describe('documents', () => {
  it('takes lists apart, lists in lists too, and OpenShift templates', () => {
    const pod = (name: string) => `{apiVersion: v1, kind: Pod, metadata: {name: ${name}}, spec: {${SPEC}}}`;
    const text = `apiVersion: v1
kind: List
items:
- ${pod('a')}
- {apiVersion: v1, kind: PodList, items: [${pod('b')}]}
---
apiVersion: template.openshift.io/v1
kind: Template
objects:
- ${pod('c')}
`;
    expect(objectsOf(text).map((o) => o.displayName)).toEqual(['Pod/a', 'Pod/b', 'Pod/c']);
    expect(objectsOf(text).every((o) => o.workloads.length === 1)).toBe(true);
  });

  it('reads JSON as it reads YAML, with exact places', () => {
    const text =
      '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "i:1", "securityContext": {"privileged": true}}]}}';
    const privileged = workloadOf(text).containers[0]?.securityContext.privileged;
    expect(privileged).toMatchObject({ kind: 'known', value: true });
    expect(text.slice(privileged?.at.span.start, privileged?.at.span.end)).toBe('true');
  });

  it('names an object by its name, its generated name or its kind', () => {
    const at = (text: string) => {
      const object = objectsOf(text)[0];
      return [object?.displayName, text.slice(object?.at.span.start, object?.at.span.end)];
    };
    expect(at('kind: Pod\nmetadata:\n  name: "web"\n')).toEqual(['Pod/web', '"web"']);
    expect(at('kind: Pod\nmetadata: {generateName: web-}\n')).toEqual(['Pod/web-', 'web-']);
    expect(at('kind: Pod\nmetadata: {labels: {}}\n')).toEqual(['Pod', 'Pod']);
  });

  it('takes a document without kind for no object', () => {
    expect(objectsOf('services:\n  web: {image: i}\n')).toEqual([]);
    expect(objectsOf('- kind: Pod\n')).toEqual([]);
    expect(objectsOf('')).toEqual([]);
  });

  it('knows the group of an object, also of the core', () => {
    expect(objectsOf('apiVersion: v1\nkind: A\n---\napiVersion: apps/v1\nkind: A\n---\nkind: A\n').map((o) => o.group)).toEqual([
      '',
      'apps',
      undefined,
    ]);
  });
});

describe('what a patch leaves out', () => {
  it('is dynamic, while what it sets is known', () => {
    const workload = workloadOf(`apiVersion: apps/v1
kind: Deployment
metadata: {name: x}
spec:
  template:
    spec:
      containers:
      - name: app
        securityContext: {privileged: true}
`);
    expect(workload.partial).toBe(true);
    expect(workload.securityContext.runAsNonRoot.kind).toBe('dynamic');
    expect(workload.containers[0]?.securityContext).toMatchObject({
      privileged: { value: true },
      allowPrivilegeEscalation: { kind: 'dynamic' },
    });
    expect(workload.containers[0]?.securityContext.capabilities.drop.open).toBe(true);
  });

  it.each([
    ['a Pod', 'kind: Pod\nspec: {containers: [{name: a}]}\n', false],
    [
      'a controller with its selector',
      'apiVersion: apps/v1\nkind: Deployment\nspec: {selector: {}, template: {spec: {containers: [{name: a}]}}}\n',
      false,
    ],
    [
      'one container with an image',
      'apiVersion: apps/v1\nkind: Deployment\nspec: {template: {spec: {containers: [{name: a}, {name: b, image: i:1}]}}}\n',
      false,
    ],
    ['a patch directive', 'kind: Pod\nspec: {$patch: replace, containers: [{name: a, image: i:1}]}\n', true],
  ])('%s', (_, text, partial) => {
    expect(workloadOf(text).partial).toBe(partial);
  });
});
