import { valueOf } from '../../core/value.ts';
import { setContainerSecurity } from '../edit.ts';
import type { Container } from '../model/model.ts';
import { kubernetesRule } from '../rule.ts';
import { isSince } from '../version.ts';

export default kubernetesRule({
  id: 'kubernetes/allow-privilege-escalation',
  title: 'Privilege escalation not switched off',
  severity: 'low',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    pss: [{ id: 'allowPrivilegeEscalation', relation: 'equal' }],
    'kube-linter': [
      { id: 'privilege-escalation-container', relation: 'wider', note: 'also where it is not set, which means `true`' },
    ],
    trivy: [{ id: 'KSV-0001', relation: 'equal', aliases: ['AVD-KSV-0001', 'KSV001', 'no-self-privesc'] }],
    checkov: [
      {
        id: 'CKV_K8S_20',
        relation: 'wider',
        note: 'also ephemeral containers and kinds it does not know',
        aliases: ['AllowPrivilegeEscalation'],
      },
    ],
    kubescape: [
      {
        id: 'C-0016',
        relation: 'wider',
        note: 'also init and ephemeral containers',
        aliases: ['rule-allow-privilege-escalation'],
      },
    ],
    kubesec: [{ id: 'AllowPrivilegeEscalation', relation: 'wider', note: 'also where it is not set, which means `true`' }],
    polaris: [
      { id: 'privilegeEscalationAllowed', relation: 'wider', note: 'also ephemeral containers and kinds it does not know' },
    ],
    kics: [
      {
        id: 'Privilege escalation allowed',
        relation: 'wider',
        note: 'also ephemeral containers',
        aliases: ['5572cc5e-1e4c-4113-92a6-7a8a3bd25e6d'],
      },
    ],
    semgrep: [
      { id: 'allow-privilege-escalation', relation: 'wider', note: 'also where there is no `securityContext`' },
      { id: 'allow-privilege-escalation-true', relation: 'wider', note: 'also where it is not set' },
      {
        id: 'allow-privilege-escalation-no-securitycontext',
        relation: 'wider',
        note: 'also where there is a `securityContext` without it',
      },
    ],
  },
  references: [
    {
      title: 'PSS restricted: privilege escalation',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
    },
    { title: 'Kernel: no_new_privs', url: 'https://www.kernel.org/doc/html/latest/userspace-api/no_new_privs.html' },
    { title: 'CWE-269', url: 'https://cwe.mitre.org/data/definitions/269.html' },
    { title: 'CIS Kubernetes 5.2.6' },
  ],
  messages: {
    unset: 'Container `{container}` may gain privileges: `allowPrivilegeEscalation` is not set, which means `true`.',
    allowed: 'Container `{container}` may gain privileges: `allowPrivilegeEscalation` is `true`.',
  },
  visit: {
    container(context, container, workload) {
      const { allowPrivilegeEscalation } = container.securityContext;
      const { kind } = allowPrivilegeEscalation;
      if (!isSince(context.environment, 8) || (isSince(context.environment, 25) && workload.isWindows)) return;
      const allowed = kind === 'known' && allowPrivilegeEscalation.value;
      if (kind !== 'absent' && !allowed) return;
      context.report({
        at: allowPrivilegeEscalation.at,
        message: allowed ? 'allowed' : 'unset',
        severity: allowed ? 'medium' : 'low',
        data: { container: container.label },
        fixes: () => {
          const title = 'Set `allowPrivilegeEscalation` to `false`';
          const needed = needsEscalation(container);
          if (needed) return [{ title, refused: `It can't hold for a container ${needed}; change that first.` }];
          const caution = 'Programs that change user through setuid files, such as `sudo` and `ping`, will fail.';
          return [setContainerSecurity(container, ['allowPrivilegeEscalation'], false, { title, safety: 'hardening', caution })];
        },
      });
    },
  },
});

/** What contradicts `false`, so that the API server refuses it (SecurityContext in the API reference: always true when privileged or with CAP_SYS_ADMIN). */
function needsEscalation({ securityContext }: Container): string | undefined {
  const { privileged, capabilities } = securityContext;
  if (valueOf(privileged) === true) return 'that is privileged';
  if (privileged.kind === 'dynamic' && privileged.text !== '') return 'that may be privileged';
  return capabilities.add.items.some((added) => valueOf(added) === 'SYS_ADMIN' || valueOf(added) === 'CAP_SYS_ADMIN')
    ? 'with `SYS_ADMIN`'
    : undefined;
}
