import { setContainerSecurity, setPodSecurity } from '../edit.ts';
import { appArmorAnnotation, appArmorAnnotations } from '../pod-security/profile-annotations.ts';
import { kubernetesRule } from '../rule.ts';
import { isSince } from '../version.ts';

export default kubernetesRule({
  id: 'kubernetes/apparmor-profile-missing',
  title: 'No AppArmor profile',
  severity: 'info',
  confidence: 'high',
  category: 'isolation',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'KSV-0002',
        relation: 'wider',
        note: 'each container; together with `apparmor-unconfined`',
        aliases: ['AVD-KSV-0002', 'KSV002', 'use-default-apparmor-profile'],
      },
    ],
    kubescape: [
      { id: 'C-0055', relation: 'wider', note: 'also where another means of hardening is set', aliases: ['linux-hardening'] },
    ],
    kubesec: [{ id: 'ApparmorAny', relation: 'wider', note: 'each container, not one for all' }],
    polaris: [{ id: 'linuxHardening', relation: 'wider', note: 'also where another means of hardening is set' }],
    kics: [
      {
        id: 'Missing AppArmor profile',
        relation: 'wider',
        note: 'also ephemeral containers and kinds it does not know',
        aliases: ['8b36775e-183d-4d46-b0f7-96a6f34a723f'],
      },
    ],
  },
  references: [
    {
      title: 'Restrict a container’s access to resources with AppArmor',
      url: 'https://kubernetes.io/docs/tutorials/security/apparmor/',
    },
    { title: 'CWE-693', url: 'https://cwe.mitre.org/data/definitions/693.html' },
  ],
  messages: {
    unset: 'Container `{container}` names no AppArmor profile, so the node decides whether it has one.',
  },
  visit: {
    container(context, container, workload) {
      if (workload.isWindows || !isSince(context.environment, 30)) return;
      if (container.effective.appArmorProfile.fields.value.kind !== 'absent' || appArmorAnnotation(container)) return;
      const path = ['appArmorProfile', 'type'];
      const offer = (owner: string) =>
        ({
          title: `Use the \`RuntimeDefault\` AppArmor profile for ${owner}`,
          safety: 'hardening',
          caution: 'A pod that asks for a profile does not start on nodes without AppArmor.',
        }) as const;
      context.report({
        at: container.at,
        message: 'unset',
        data: { container: container.label },
        fixes: () => [
          // For the whole pod it would take the place of profiles that other containers have in annotations.
          ...(appArmorAnnotations(workload).length === 0
            ? [setPodSecurity(container, path, 'RuntimeDefault', offer('the pod'))]
            : []),
          setContainerSecurity(container, path, 'RuntimeDefault', offer(`\`${container.label}\``)),
        ],
      });
    },
  },
});
