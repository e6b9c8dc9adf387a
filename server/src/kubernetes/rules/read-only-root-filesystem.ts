import type { FixOffer } from '../../core/finding.ts';
import { combined } from '../edit/fields.ts';
import { setContainerSecurity, setPath } from '../edit.ts';
import type { Container } from '../model/model.ts';
import { kubernetesRule } from '../rule.ts';

const KINDS = 'also ephemeral containers and kinds it does not know';

export default kubernetesRule({
  id: 'kubernetes/read-only-root-filesystem',
  title: 'Root file system writable',
  severity: 'low',
  confidence: 'high',
  category: 'isolation',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    'kube-linter': [{ id: 'no-read-only-root-fs', relation: 'equal' }],
    trivy: [{ id: 'KSV-0014', relation: 'equal', aliases: ['AVD-KSV-0014', 'KSV014', 'use-readonly-filesystem'] }],
    checkov: [{ id: 'CKV_K8S_22', relation: 'wider', note: KINDS, aliases: ['ReadOnlyFilesystem'] }],
    kubescape: [{ id: 'C-0017', relation: 'wider', note: KINDS, aliases: ['immutable-container-filesystem'] }],
    'kube-score': [{ id: 'container-security-context-readonlyrootfilesystem', relation: 'wider', note: KINDS }],
    kubesec: [{ id: 'ReadOnlyRootFilesystem', relation: 'wider', note: 'each container, not one for all' }],
    polaris: [{ id: 'notReadOnlyRootFilesystem', relation: 'equal' }],
    kics: [
      {
        id: 'Root container not mounted as read-only',
        relation: 'wider',
        note: KINDS,
        aliases: ['a9c2f49d-0671-4fc9-9ece-f4e261e128d0'],
      },
    ],
    semgrep: [{ id: 'writable-filesystem-container', relation: 'wider', note: 'also init and ephemeral containers' }],
  },
  references: [
    {
      title: 'Configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'NSA/CISA Kubernetes Hardening Guide: immutable container file systems' },
  ],
  messages: {
    unset: 'Container `{container}` can change its own programs: `readOnlyRootFilesystem` is not set.',
    writable: 'Container `{container}` can change its own programs: `readOnlyRootFilesystem` is `false`.',
  },
  visit: {
    container(context, container, workload) {
      const { readOnlyRootFilesystem: readOnly } = container.securityContext;
      if (workload.isWindows || (readOnly.kind !== 'absent' && !(readOnly.kind === 'known' && !readOnly.value))) return;
      context.report({
        at: readOnly.at,
        message: readOnly.kind === 'absent' ? 'unset' : 'writable',
        data: { container: container.label },
        fixes: () => {
          const alone = lock(container, 'Make the root file system read-only');
          const withTmp = lockWithTmp(container, alone);
          return withTmp ? [alone, withTmp] : [alone];
        },
      });
    },
  },
});

function lock(container: Container, title: string): FixOffer {
  const caution = 'A program that writes anywhere but to its volumes fails; give it an `emptyDir` for each such directory.';
  return setContainerSecurity(container, ['readOnlyRootFilesystem'], true, { title, safety: 'hardening', caution });
}

/** Most programs that write at all write to `/tmp`; not offered where something is mounted there, or the name is taken. */
function lockWithTmp(container: Container, locked: FixOffer): FixOffer | undefined {
  const { workload, node, volumeMounts } = container;
  const spec = workload.spec.node;
  const isTaken = (value: { readonly kind: string }, text: string): boolean =>
    value.kind !== 'known' || (value as { readonly value?: unknown }).value === text;
  if (!spec || volumeMounts.open || workload.volumes.open) return undefined;
  if (volumeMounts.items.some(({ mountPath }) => isTaken(mountPath, '/tmp'))) return undefined;
  if (workload.volumes.items.some(({ name }) => isTaken(name, 'tmp'))) return undefined;
  const title = 'Make the root file system read-only, with an empty `/tmp`';
  const offer = { title, safety: 'hardening', caution: 'A program that writes elsewhere fails.' } as const;
  const { document } = workload.object;
  const mounted = setPath(document, node, ['volumeMounts'], [{ name: 'tmp', mountPath: '/tmp' }], offer);
  // Insertions at one place follow each other: what is deeper comes first.
  const parts = node.get('volumeMounts') ? [mounted, locked] : [locked, mounted];
  return combined(offer, [...parts, setPath(document, spec, ['volumes'], [{ name: 'tmp', emptyDir: {} }], offer)]);
}
