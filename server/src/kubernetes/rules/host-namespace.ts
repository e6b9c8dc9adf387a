import { removeFields } from '../edit.ts';
import { kubernetesRule } from '../rule.ts';

const NAMESPACES = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

export default kubernetesRule({
  id: 'kubernetes/host-namespace',
  title: 'Host namespace shared',
  severity: 'high',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [{ id: 'hostNamespaces', relation: 'equal' }],
    'kube-linter': ['host-network', 'host-pid', 'host-ipc'].map((id) => ({
      id,
      relation: 'wider',
      note: 'one rule for the three namespaces',
    })),
    trivy: [
      {
        id: 'KSV-0008',
        relation: 'wider',
        note: 'one rule for the three namespaces',
        aliases: ['AVD-KSV-0008', 'KSV008', 'no-shared-ipc-namespace'],
      },
      {
        id: 'KSV-0009',
        relation: 'wider',
        note: 'one rule for the three namespaces',
        aliases: ['AVD-KSV-0009', 'KSV009', 'no-host-network'],
      },
      {
        id: 'KSV-0010',
        relation: 'wider',
        note: 'one rule for the three namespaces',
        aliases: ['AVD-KSV-0010', 'KSV010', 'no-host-pid'],
      },
    ],
    checkov: [
      { id: 'CKV_K8S_17', relation: 'wider', note: 'one rule for the three namespaces', aliases: ['ShareHostPID'] },
      { id: 'CKV_K8S_18', relation: 'wider', note: 'one rule for the three namespaces', aliases: ['ShareHostIPC'] },
      { id: 'CKV_K8S_19', relation: 'wider', note: 'one rule for the three namespaces', aliases: ['SharedHostNetworkNamespace'] },
    ],
    kubescape: ['C-0038', 'C-0041', 'C-0275', 'C-0276'].map((id) => ({
      id,
      relation: 'wider',
      note: 'one rule for the three namespaces',
    })),
    kubesec: ['HostNetwork', 'HostPID', 'HostIPC'].map((id) => ({
      id,
      relation: 'wider',
      note: 'one rule for the three namespaces',
    })),
    polaris: ['hostNetworkSet', 'hostPIDSet', 'hostIPCSet'].map((id) => ({
      id,
      relation: 'wider',
      note: 'one rule for the three namespaces',
    })),
    kics: ['Shared host network namespace', 'Shared host PID namespace', 'Shared host IPC namespace'].map((id) => ({
      id,
      relation: 'wider',
      note: 'one rule for the three namespaces',
    })),
    semgrep: ['hostnetwork-pod', 'hostpid-pod', 'hostipc-pod'].map((id) => ({
      id,
      relation: 'wider',
      note: 'one rule for the three namespaces',
    })),
  },
  references: [
    {
      title: 'PSS baseline: host namespaces',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
    },
    { title: 'CWE-653', url: 'https://cwe.mitre.org/data/definitions/653.html' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
    { title: 'CIS Kubernetes 5.2.3, 5.2.4, 5.2.5' },
  ],
  messages: {
    hostNetwork:
      'Pods of `{workload}` use the network of the node with `hostNetwork`: they reach and can listen to everything that is local to it.',
    hostPID: 'Pods of `{workload}` see all processes of the node with `hostPID`.',
    hostIPC: 'Pods of `{workload}` share the memory segments and queues of the node with `hostIPC`.',
  },
  visit: {
    workload(context, workload) {
      for (const namespace of NAMESPACES) {
        const shared = workload[namespace];
        if (shared.kind !== 'known' || !shared.value) continue;
        context.report({
          at: shared.at,
          message: namespace,
          data: { workload: workload.displayName },
          fixes: () => {
            const { dnsPolicy } = workload;
            const forHostNetwork =
              namespace === 'hostNetwork' && dnsPolicy.kind === 'known' && dnsPolicy.value === 'ClusterFirstWithHostNet';
            return [
              removeFields(workload, workload.spec, forHostNetwork ? [namespace, 'dnsPolicy'] : [namespace], {
                title: `Remove \`${namespace}\``,
                safety: 'hardening',
                caution:
                  'A program that watches or serves the node itself stops working, and ports that it opened on the node are gone.',
              }),
            ];
          },
        });
      }
    },
  },
});
