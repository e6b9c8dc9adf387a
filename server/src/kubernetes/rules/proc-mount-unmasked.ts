import { removeField } from '../edit/fields.ts';
import { hasUserNamespace } from '../pod-security/check.ts';
import { kubernetesRule } from '../rule.ts';
import { isSince } from '../version.ts';

const NOTE = 'also init and ephemeral containers and kinds it does not know; not in pods with a user namespace of their own';

export default kubernetesRule({
  id: 'kubernetes/proc-mount-unmasked',
  title: '/proc not masked',
  severity: 'high',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [
      { id: 'procMount', relation: 'equal' },
      { id: 'procMount_restricted', relation: 'equal', note: 'together with `proc-mount-restricted`' },
    ],
    'kube-linter': [{ id: 'unsafe-proc-mount', relation: 'wider', note: NOTE }],
    trivy: [
      {
        id: 'KSV-0027',
        relation: 'narrower',
        note: '`Default` is what there is without the field',
        aliases: ['AVD-KSV-0027', 'KSV027', 'no-custom-proc-mask'],
      },
    ],
    polaris: [{ id: 'procMount', relation: 'wider', note: NOTE }],
    kics: [
      {
        id: 'Container with unmasked /proc access',
        relation: 'related',
        aliases: ['f922827f-aab6-447c-832a-e1ff63312bd3'],
      },
    ],
  },
  references: [
    {
      title: 'PSS baseline: /proc mount type',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
    },
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
  ],
  messages: {
    unmasked: 'Container `{container}` gets `/proc` without the masks that hide the kernel of the node: `procMount` is `{type}`.',
  },
  visit: {
    container(context, container, workload) {
      const { procMount, fields } = container.securityContext;
      if (procMount.kind !== 'known' || procMount.value === 'Default') return;
      if (isSince(context.environment, 35) && hasUserNamespace(workload)) return;
      context.report({
        at: procMount.at,
        message: 'unmasked',
        data: { container: container.label, type: procMount.value },
        fixes: () => [
          removeField(container, fields, 'procMount', {
            title: 'Remove `procMount`',
            safety: 'hardening',
            caution: 'A program that starts containers or changes kernel settings inside of the container fails.',
          }),
        ],
      });
    },
  },
});
