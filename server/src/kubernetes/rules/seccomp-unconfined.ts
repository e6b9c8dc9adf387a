import { valueOf } from '../../core/value.ts';
import { setField } from '../edit/fields.ts';
import { replaceField } from '../edit.ts';
import { isConfiningSeccomp, seccompAnnotations } from '../pod-security/profile-annotations.ts';
import { CONFINING } from '../pod-security/tables.ts';
import { kubernetesRule } from '../rule.ts';
import type { SecurityOwner } from '../shared/security-visitors.ts';
import { eachSecurityContext } from '../shared/security-visitors.ts';
import { isSince } from '../version.ts';

const TOGETHER = 'together with `seccomp-profile-missing`, which reports missing profiles and those of an unknown type';
const OFFER = {
  safety: 'hardening',
  caution: 'A program that makes rare system calls, such as a debugger or a mount helper, gets errors for them.',
} as const;
const contexts = eachSecurityContext<'unconfined' | 'unknown' | 'annotation', Record<never, never>>((context, owner) => {
  if (!isSince(context.environment, 19)) return;
  const { fields, type } = owner.security.seccompProfile;
  if (fields.value.kind !== 'known' || (type.kind !== 'known' && type.kind !== 'absent')) return;
  const name = valueOf(type) ?? '';
  if (CONFINING.has(name) || (name !== 'Unconfined' && isReportedAsMissing(owner))) return;
  const profile = owner.security.seccompProfile.localhostProfile.kind === 'absent' ? 'RuntimeDefault' : 'Localhost';
  const offer = { title: `Use the \`${profile}\` seccomp profile`, ...OFFER };
  context.report({
    at: type.kind === 'known' ? type.at : fields.value.at,
    message: name === 'Unconfined' ? 'unconfined' : 'unknown',
    severity: name === 'Unconfined' ? 'high' : 'medium',
    data: { who: owner.who, type: name },
    fixes: () => [
      type.kind === 'known'
        ? replaceField(owner.owner, fields, 'type', profile, offer)
        : setField(owner.owner, (fields.value as { value: Parameters<typeof setField>[1] }).value, 'type', profile, offer),
    ],
  });
});

export default kubernetesRule({
  id: 'kubernetes/seccomp-unconfined',
  title: 'Seccomp switched off',
  severity: 'high',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [
      { id: 'seccompProfile_baseline', relation: 'equal', note: TOGETHER },
      { id: 'seccompProfile_restricted', relation: 'equal', note: TOGETHER },
    ],
    trivy: [
      {
        id: 'KSV-0104',
        relation: 'wider',
        note: 'also on a pod all of whose containers have another profile, which admission refuses',
        aliases: ['AVD-KSV-0104', 'KSV104', 'no-seccomp-unconfined'],
      },
      { id: 'KSV-0030', relation: 'wider', note: TOGETHER, aliases: ['AVD-KSV-0030', 'KSV030', 'use-default-seccomp'] },
    ],
    checkov: [{ id: 'CKV_K8S_31', relation: 'wider', note: TOGETHER, aliases: ['Seccomp'] }],
    kubescape: [
      { id: 'set-seccomp-profile-RuntimeDefault', relation: 'related' },
      { id: 'set-seccomp-profile', relation: 'related' },
    ],
    kubesec: [
      { id: 'SeccompUnconfined', relation: 'wider', note: 'the field, not the annotation that had an effect before 1.19' },
    ],
    semgrep: [{ id: 'seccomp-confinement-disabled', relation: 'related' }],
  },
  references: [
    { title: 'PSS baseline: seccomp', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline' },
    { title: 'Restrict a container’s syscalls with seccomp', url: 'https://kubernetes.io/docs/tutorials/security/seccomp/' },
    { title: 'CWE-693', url: 'https://cwe.mitre.org/data/definitions/693.html' },
    { title: 'CIS Kubernetes 5.7.2' },
  ],
  messages: {
    unconfined: 'The seccomp profile of {who} is `Unconfined`: it may call all of the kernel.',
    unknown: 'The seccomp profile of {who} is of no type that confines: `{type}`.',
    annotation: 'The annotation `{key}` switches seccomp off: its value is `{type}`.',
  },
  visit: {
    ...contexts,
    workload(context, workload) {
      contexts.workload?.(context, workload);
      if (isSince(context.environment, 19)) return;
      for (const { key, value } of seccompAnnotations(workload)) {
        if (value.kind !== 'known' || isConfiningSeccomp(value.value)) continue;
        const annotations = workload.metadata.fields.mapping('annotations');
        const title = 'Use the profile `runtime/default`';
        context.report({
          at: value.at,
          message: 'annotation',
          data: { key, type: value.value },
          fixes: () => [replaceField(workload, annotations, key, 'runtime/default', { title, ...OFFER })],
        });
      }
    },
  },
});

/** Profiles without a type that confines are told by `seccomp-profile-missing` where a container runs under them. */
function isReportedAsMissing({ owner, workload, security }: SecurityOwner): boolean {
  if (workload.isWindows) return false;
  if ('workload' in owner) return true;
  return workload.containers.some(
    (container) =>
      container.podSecurityContext === security && container.securityContext.seccompProfile.fields.value.kind === 'absent',
  );
}
