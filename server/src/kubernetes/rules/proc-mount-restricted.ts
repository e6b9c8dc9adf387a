import { removeField } from '../edit/fields.ts';
import { hasUserNamespace } from '../pod-security/check.ts';
import { kubernetesRule } from '../rule.ts';
import { isSince } from '../version.ts';

export default kubernetesRule({
  id: 'kubernetes/proc-mount-restricted',
  title: '/proc not masked in a pod with a user namespace',
  severity: 'info',
  confidence: 'high',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [{ id: 'procMount_restricted', relation: 'equal', note: 'together with `proc-mount-unmasked`' }],
  },
  references: [
    { title: 'PSS restricted', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted' },
    { title: 'User namespaces', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/' },
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
  ],
  messages: {
    unmasked:
      'Container `{container}` gets an unmasked `/proc`, which the level *restricted* refuses even with a user namespace.',
  },
  visit: {
    container(context, container, workload) {
      const { procMount, fields } = container.securityContext;
      if (procMount.kind !== 'known' || procMount.value === 'Default') return;
      if (!isSince(context.environment, 35) || !hasUserNamespace(workload)) return;
      context.report({
        at: procMount.at,
        message: 'unmasked',
        data: { container: container.label },
        fixes: () => [
          removeField(container, fields, 'procMount', {
            title: 'Remove `procMount`',
            safety: 'hardening',
            caution: 'A program that starts containers inside of the container fails.',
          }),
        ],
      });
    },
  },
});
