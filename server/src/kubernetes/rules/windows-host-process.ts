import { replaceField } from '../edit.ts';
import { kubernetesRule } from '../rule.ts';
import { eachSecurityContext } from '../shared/security-visitors.ts';

export default kubernetesRule({
  id: 'kubernetes/windows-host-process',
  title: 'Windows container run as a process of the host',
  severity: 'high',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [{ id: 'windowsHostProcess', relation: 'equal' }],
    trivy: [
      {
        id: 'KSV-0103',
        relation: 'wider',
        note: 'also ephemeral containers and kinds it does not know',
        aliases: ['AVD-KSV-0103', 'KSV103', 'no-hostprocess-containers'],
      },
    ],
    kubescape: [
      { id: 'set-hostprocess-true', relation: 'wider', note: 'also in pods that are not said to be Windows pods' },
      { id: 'C-0211', relation: 'related' },
    ],
    polaris: [{ id: 'hostProcess', relation: 'wider', note: 'also ephemeral containers and kinds it does not know' }],
  },
  references: [
    { title: 'PSS baseline: HostProcess', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline' },
    {
      title: 'Create a Windows HostProcess Pod',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/',
    },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Kubernetes 5.2.11' },
  ],
  messages: {
    hostProcess: '`hostProcess` of {who} is `true`: it runs on the Windows node itself, outside of any container.',
  },
  visit: eachSecurityContext((context, { owner, who, security }) => {
    const { hostProcess, fields } = security.windowsOptions;
    if (hostProcess.kind !== 'known' || !hostProcess.value) return;
    context.report({
      at: hostProcess.at,
      message: 'hostProcess',
      data: { who },
      fixes: () => [
        replaceField(owner, fields, 'hostProcess', false, {
          title: 'Set `hostProcess` to `false`',
          safety: 'hardening',
          caution: 'A program that manages the node stops working, and the containers of a pod have to agree on the value.',
        }),
      ],
    });
  }),
});
