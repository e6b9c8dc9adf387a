import type { Environment } from '../../core/rule.ts';
import { valueOf } from '../../core/value.ts';
import { requireNonRootContainer, requireNonRootPod, turnIntoNonRoot } from '../edit/non-root.ts';
import type { Workload } from '../model/model.ts';
import { kubernetesRule } from '../rule.ts';
import { isSince } from '../version.ts';

export default kubernetesRule({
  id: 'kubernetes/run-as-non-root',
  title: 'Root not ruled out as the user',
  severity: 'low',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    pss: [{ id: 'runAsNonRoot', relation: 'equal' }],
    'kube-linter': [{ id: 'run-as-non-root', relation: 'wider', note: 'also where only `runAsUser` is set' }],
    trivy: [
      {
        id: 'KSV-0012',
        relation: 'wider',
        note: 'also a container that says `false` under a pod that says `true`',
        aliases: ['AVD-KSV-0012', 'KSV012', 'no-root'],
      },
    ],
    checkov: [
      { id: 'CKV_K8S_23', relation: 'wider', note: 'also where only `runAsUser` is set', aliases: ['RootContainers'] },
      { id: 'CKV_ARGO_2', relation: 'wider', note: 'every workload, not only those of Argo' },
    ],
    kubescape: [
      { id: 'C-0013', relation: 'wider', note: 'also where only `runAsUser` is set', aliases: ['non-root-containers'] },
    ],
    kubesec: [{ id: 'RunAsNonRoot', relation: 'wider', note: 'each container, not one for all' }],
    polaris: [{ id: 'runAsRootAllowed', relation: 'wider', note: 'also where only `runAsUser` is set' }],
    kics: [
      {
        id: 'Container running as root',
        relation: 'wider',
        note: 'also where only `runAsUser` is set',
        aliases: ['cf34805e-3872-4c08-bf92-6ff7bb0cfadb'],
      },
    ],
    semgrep: [
      'run-as-non-root',
      'run-as-non-root-container-level',
      'run-as-non-root-container-level-missing-security-context',
      'run-as-non-root-security-context-pod-level',
      'run-as-non-root-unsafe-value',
    ].map((id) => ({ id, relation: 'wider', note: 'one rule for all places of the field' })),
  },
  references: [
    {
      title: 'PSS restricted: running as non-root',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
    },
    { title: 'Configure a security context', url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/' },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Kubernetes 5.2.7' },
  ],
  messages: {
    unset: 'Container `{container}` may run as root: `runAsNonRoot` is set neither on it nor on the pod.',
    numbered: 'Container `{container}` runs as user `{user}`, but `runAsNonRoot` does not hold it to that.',
    container: 'Container `{container}` is allowed to run as root: `runAsNonRoot` is `false`.',
    pod: 'Containers of `{workload}` are allowed to run as root: `runAsNonRoot` is `false` for the pod.',
  },
  visit: {
    workload(context, workload) {
      const { runAsNonRoot } = workload.securityContext;
      if (valueOf(runAsNonRoot) !== false || isExempt(context.environment, workload)) return;
      context.report({
        at: runAsNonRoot.at,
        message: 'pod',
        severity: 'medium',
        data: { workload: workload.displayName },
        fixes: () => [turnIntoNonRoot(workload)],
      });
    },
    container(context, container, workload) {
      if (isExempt(context.environment, workload)) return;
      const { runAsNonRoot } = container.securityContext;
      if (valueOf(runAsNonRoot) === false) {
        context.report({
          at: runAsNonRoot.at,
          message: 'container',
          severity: 'medium',
          data: { container: container.label },
          fixes: () => [turnIntoNonRoot(container)],
        });
      }
      if (container.effective.runAsNonRoot.kind !== 'absent') return;
      const user = valueOf(container.effective.runAsUser);
      context.report({
        at: container.at,
        message: user ? 'numbered' : 'unset',
        severity: user ? 'info' : 'low',
        data: { container: container.label, user: user ?? '' },
        identity: 'unset',
        fixes: () => [requireNonRootPod(container), requireNonRootContainer(container)],
      });
    },
  },
});

/** A pod with a user namespace of its own has no root of the node in it, so the standard lets it be since 1.35. */
function isExempt(environment: Environment, workload: Workload): boolean {
  return isSince(environment, 35) && valueOf(workload.hostUsers) === false;
}
