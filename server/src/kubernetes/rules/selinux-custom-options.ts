import type { Value } from '../../core/value.ts';
import { removeField } from '../edit/fields.ts';
import { namesFor, SELINUX_TYPES } from '../pod-security/tables.ts';
import { kubernetesRule } from '../rule.ts';
import { eachSecurityContext } from '../shared/security-visitors.ts';

export default kubernetesRule({
  id: 'kubernetes/selinux-custom-options',
  title: 'SELinux type, user or role of its own',
  severity: 'medium',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [{ id: 'seLinuxOptions', relation: 'equal' }],
    trivy: [
      {
        id: 'KSV-0025',
        relation: 'narrower',
        note: '`container_engine_t` is allowed since 1.31',
        aliases: ['AVD-KSV-0025', 'KSV025', 'no-custom-selinux-options'],
      },
    ],
    kubescape: [
      { id: 'set-seLinuxOptions', relation: 'related' },
      { id: 'C-0211', relation: 'related' },
    ],
  },
  references: [
    { title: 'PSS baseline: SELinux', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline' },
    { title: 'CWE-693', url: 'https://cwe.mitre.org/data/definitions/693.html' },
  ],
  messages: {
    type: '`seLinuxOptions.type` of {who} is `{value}`, which is none of the types that confine a container.',
    user: '`seLinuxOptions.user` of {who} is `{value}` instead of the user of the runtime.',
    role: '`seLinuxOptions.role` of {who} is `{value}` instead of the role of the runtime.',
  },
  visit: eachSecurityContext((context, { owner, who, security: { seLinuxOptions: options } }) => {
    const types = namesFor(SELINUX_TYPES, context.environment.kubernetesVersion);
    const judge = (key: 'type' | 'user' | 'role', value: Value<string>, isFine: (text: string) => boolean): void => {
      if (value.kind !== 'known' || isFine(value.value)) return;
      context.report({
        at: value.at,
        message: key,
        data: { who, value: value.value },
        fixes: () => [
          removeField(owner, options.fields, key, {
            title: `Remove \`seLinuxOptions.${key}\``,
            safety: 'hardening',
            caution: 'Where nodes use SELinux, the program loses the rights that this gave it.',
          }),
        ],
      });
    };
    judge('type', options.type, (type) => types.includes(type));
    judge('user', options.user, (user) => user === '');
    judge('role', options.role, (role) => role === '');
  }),
});
