import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { setContainerSecurity, setPodSecurity } from '../edit.ts';
import type { Container, SecurityProfile } from '../model/model.ts';
import { kubernetesRule } from '../rule.ts';
import { isSince } from '../version.ts';

export default kubernetesRule({
  id: 'kubernetes/seccomp-profile-missing',
  title: 'No seccomp profile',
  severity: 'low',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    pss: [
      { id: 'seccompProfile_restricted', relation: 'equal', note: 'together with `seccomp-unconfined`' },
      {
        id: 'seccompProfile_baseline',
        relation: 'wider',
        note: 'also where there is no profile; together with `seccomp-unconfined`',
      },
    ],
    trivy: [
      {
        id: 'KSV-0030',
        relation: 'wider',
        note: 'the old annotation does not count: it has no effect since 1.27',
        aliases: ['AVD-KSV-0030', 'KSV030', 'use-default-seccomp'],
      },
    ],
    checkov: [
      {
        id: 'CKV_K8S_31',
        relation: 'wider',
        note: 'the old annotation does not count: it has no effect since 1.27',
        aliases: ['Seccomp'],
      },
    ],
    kubescape: [
      {
        id: 'C-0210',
        relation: 'narrower',
        note: '`Localhost` is a profile too',
        aliases: ['set-seccomp-profile-RuntimeDefault'],
      },
      { id: 'set-seccomp-profile', relation: 'wider', note: 'each container; init and ephemeral ones too' },
      { id: 'C-0211', relation: 'related' },
    ],
    'kube-score': [
      { id: 'container-seccomp-profile', relation: 'wider', note: 'on without being asked for; annotations do not count' },
    ],
    kubesec: [{ id: 'SeccompAny', relation: 'wider', note: 'each container, not one for all' }],
    kics: [
      {
        id: 'Seccomp profile is not configured',
        relation: 'wider',
        note: 'annotations do not count',
        aliases: ['f377b83e-bd07-4f48-a591-60c82b14a78b'],
      },
    ],
  },
  references: [
    { title: 'PSS restricted: seccomp', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted' },
    { title: 'Restrict a container’s syscalls with seccomp', url: 'https://kubernetes.io/docs/tutorials/security/seccomp/' },
    { title: 'CWE-693', url: 'https://cwe.mitre.org/data/definitions/693.html' },
    { title: 'CIS Kubernetes 5.7.2' },
  ],
  messages: {
    unset: 'Container `{container}` has no seccomp profile: it may call all of the kernel.',
    untyped: 'The seccomp profile of {owner} has no `type`.',
    unknown: 'The seccomp profile of {owner} has the unknown type `{type}`.',
  },
  visit: {
    container(context, container, workload) {
      if (!isSince(context.environment, 19) || (isSince(context.environment, 25) && workload.isWindows)) return;
      const { seccompProfile } = container.effective;
      const { fields, type } = seccompProfile;
      const found = lackIn(seccompProfile);
      if (!found) return;
      const isPods = found !== 'unset' && container.securityContext.seccompProfile.fields.value.kind === 'absent';
      context.report({
        at: found === 'unset' ? container.at : found === 'untyped' ? fields.value.at : type.at,
        message: found,
        data: {
          container: container.label,
          owner: isPods ? 'the pod' : `container \`${container.label}\``,
          type: valueOf(type) ?? '',
        },
        identity: found,
        ...(isPods && { resource: { kind: 'workload', name: workload.displayName, at: workload.at } }),
        fixes: () => fixesFor(container, found === 'unset' || isPods, !isPods),
      });
    },
  },
});

/** What keeps a profile from being one. `Unconfined` is a decision, told by a rule of its own. */
function lackIn({ fields, type }: SecurityProfile): 'unset' | 'untyped' | 'unknown' | undefined {
  if (fields.value.kind === 'absent') return 'unset';
  if (fields.value.kind !== 'known') return undefined;
  if (type.kind === 'absent') return 'untyped';
  return type.kind === 'known' && !['RuntimeDefault', 'Localhost', 'Unconfined'].includes(type.value) ? 'unknown' : undefined;
}

function fixesFor(container: Container, forPod: boolean, forContainer: boolean): FixOffer[] {
  // A profile that names a file can only be a local one: the API server refuses it beside any other type.
  const type = container.effective.seccompProfile.localhostProfile.kind === 'absent' ? 'RuntimeDefault' : 'Localhost';
  const caution = 'A program that makes rare system calls, such as a debugger or a mount helper, gets errors for them.';
  const path = ['seccompProfile', 'type'];
  const offer = (owner: string) =>
    ({ title: `Use the \`${type}\` seccomp profile for ${owner}`, safety: 'hardening', caution }) as const;
  return [
    ...(forPod ? [setPodSecurity(container, path, type, offer('the pod'))] : []),
    ...(forContainer ? [setContainerSecurity(container, path, type, offer(`\`${container.label}\``))] : []),
  ];
}
