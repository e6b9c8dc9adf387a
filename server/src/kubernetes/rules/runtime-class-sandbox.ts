import { setPodFieldAbove } from '../edit/fields.ts';
import { kubernetesRule } from '../rule.ts';

/** Handlers that run containers on the kernel of the node. */
const ORDINARY: ReadonlySet<string> = new Set(['runc', 'crun', 'youki', 'nvidia']);

export default kubernetesRule({
  id: 'kubernetes/runtime-class-sandbox',
  title: 'Agent sandbox without a sandboxed runtime',
  severity: 'low',
  confidence: 'medium',
  category: 'isolation',
  profile: 'recommended',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    kubescape: [
      {
        id: 'C-0297',
        relation: 'wider',
        note: 'also `Sandbox`; runtime classes of unknown names are not judged',
        aliases: ['agent-sandbox-hardened-runtime-class'],
      },
    ],
  },
  references: [
    { title: 'Runtime Class', url: 'https://kubernetes.io/docs/concepts/containers/runtime-class/' },
    { title: 'Agent Sandbox', url: 'https://agent-sandbox.sigs.k8s.io/' },
    { title: 'CWE-653', url: 'https://cwe.mitre.org/data/definitions/653.html' },
  ],
  messages: {
    unset: '`{workload}` runs untrusted code on the kernel of the node: it names no `runtimeClassName`.',
    ordinary: '`{workload}` runs untrusted code on the kernel of the node: `{runtime}` is no sandbox.',
  },
  visit: {
    workload(context, workload) {
      const { kind, group } = workload.object;
      if ((kind !== 'SandboxTemplate' && kind !== 'Sandbox') || !group?.endsWith('agents.x-k8s.io')) return;
      const { runtimeClassName: runtime } = workload;
      if (runtime.kind !== 'absent' && !(runtime.kind === 'known' && ORDINARY.has(runtime.value))) return;
      context.report({
        at: runtime.at,
        message: runtime.kind === 'absent' ? 'unset' : 'ordinary',
        data: { workload: workload.displayName, runtime: runtime.kind === 'known' ? runtime.value : '' },
        fixes: () => [
          setPodFieldAbove(workload, 'runtimeClassName', 'gvisor', {
            title: 'Run it in gVisor',
            safety: 'hardening',
            caution: 'The cluster needs a RuntimeClass `gvisor`, or `kata`, and nodes that have it.',
          }),
        ],
      });
    },
  },
});
