import { valueOf } from '../../core/value.ts';
import { setPodFieldAbove } from '../edit/fields.ts';
import { kubernetesRule } from '../rule.ts';
import { isSince } from '../version.ts';

export default kubernetesRule({
  id: 'kubernetes/user-namespace-not-used',
  title: 'No user namespace for the pod',
  severity: 'low',
  confidence: 'high',
  category: 'isolation',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    kubesec: [{ id: 'HostUsers', relation: 'narrower', note: 'not pods that can have none: those with a namespace of the node' }],
  },
  references: [
    { title: 'User namespaces', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/' },
    { title: 'CWE-653', url: 'https://cwe.mitre.org/data/definitions/653.html' },
  ],
  messages: {
    unset: 'Pods of `{workload}` share the users of the node: `hostUsers` is not `false`.',
    shared: 'Pods of `{workload}` share the users of the node: `hostUsers` is `true`.',
  },
  visit: {
    workload(context, workload) {
      const { hostUsers, hostNetwork, hostPID, hostIPC } = workload;
      if (!isSince(context.environment, 33) || workload.isWindows || workload.certainty !== 'known') return;
      const isShared = valueOf(hostUsers) === true;
      if (hostUsers.kind !== 'absent' && !isShared) return;
      if (
        [hostNetwork, hostPID, hostIPC].some(
          (value) => valueOf(value) === true || (!isShared && value.kind !== 'absent' && value.kind !== 'known'),
        )
      )
        return;
      if (workload.containers.some(({ volumeDevices }) => volumeDevices.items.length > 0 || (!isShared && volumeDevices.open)))
        return;
      context.report({
        at: hostUsers.at,
        message: hostUsers.kind === 'absent' ? 'unset' : 'shared',
        data: { workload: workload.displayName },
        fixes: () => [
          setPodFieldAbove(workload, 'hostUsers', false, {
            title: 'Set `hostUsers` to `false`',
            safety: 'hardening',
            caution: 'The nodes need a kernel and a runtime that map users, and file systems of volumes that can be mapped.',
          }),
        ],
      });
    },
  },
});
