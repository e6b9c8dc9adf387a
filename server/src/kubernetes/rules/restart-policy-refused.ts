import type { FixOffer } from '../../core/finding.ts';
import { setPodField } from '../edit/fields.ts';
import type { Workload } from '../model/model.ts';
import { kubernetesRule } from '../rule.ts';

const ALWAYS = new Set(['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet', 'DaemonSet', 'DeploymentConfig']);
const ENDING = new Set(['Job', 'CronJob']);

export default kubernetesRule({
  id: 'kubernetes/restart-policy-refused',
  title: 'Restart policy that the kind does not allow',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'kube-linter': [
      {
        id: 'restart-policy',
        relation: 'related',
        note: 'it refuses `Never` in Jobs too, where it is right, and takes `OnFailure` in controllers, where the API server refuses it',
      },
    ],
    'kube-score': [{ id: 'cronjob-restartpolicy', relation: 'wider', note: 'also Jobs' }],
  },
  references: [
    { title: 'Jobs: pod template', url: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template' },
    {
      title: 'Deployments: pod template',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pod-template',
    },
  ],
  messages: {
    always: 'The API server refuses `restartPolicy: {policy}` in `{workload}`: only `Always` is allowed there.',
    ending: 'The API server refuses `{workload}`: its `restartPolicy` has to be `OnFailure` or `Never`.',
  },
  visit: {
    workload(context, workload) {
      const { restartPolicy, object } = workload;
      if (workload.certainty !== 'known' || restartPolicy.kind === 'dynamic' || restartPolicy.kind === 'invalid') return;
      const policy = restartPolicy.kind === 'known' ? restartPolicy.value : 'Always';
      const data = { workload: workload.displayName, policy };
      if (ALWAYS.has(object.kind) && policy !== 'Always')
        context.report({ at: restartPolicy.at, message: 'always', data, fixes: () => [set(workload, 'Always')] });
      if (ENDING.has(object.kind) && !['OnFailure', 'Never'].includes(policy))
        context.report({
          at: restartPolicy.at,
          message: 'ending',
          data,
          fixes: () => [set(workload, 'OnFailure'), set(workload, 'Never')],
        });
    },
  },
});

function set(workload: Workload, policy: string): FixOffer {
  const caution = 'The object is refused as it is; with it, its pods run.';
  return setPodField(workload, 'restartPolicy', policy, {
    title: `Set \`restartPolicy: ${policy}\``,
    safety: 'hardening',
    caution,
  });
}
