import { valueOf } from '../../core/value.ts';
import { setField } from '../edit/fields.ts';
import { replaceField } from '../edit.ts';
import { appArmorAnnotations, isConfiningAppArmor } from '../pod-security/profile-annotations.ts';
import { CONFINING } from '../pod-security/tables.ts';
import { kubernetesRule } from '../rule.ts';
import { eachSecurityContext } from '../shared/security-visitors.ts';

const OFFER = {
  safety: 'hardening',
  caution: 'A program that mounts file systems or writes to `/proc` and `/sys` is denied on nodes with AppArmor.',
} as const;
const contexts = eachSecurityContext<'profile' | 'untyped' | 'annotation', Record<never, never>>(
  (context, { owner, who, security }) => {
    const { fields, type, localhostProfile } = security.appArmorProfile;
    const { node } = fields;
    if (!node || (type.kind !== 'known' && type.kind !== 'absent') || CONFINING.has(valueOf(type) ?? '')) return;
    const profile = localhostProfile.kind === 'absent' ? 'RuntimeDefault' : 'Localhost';
    const offer = { title: `Use the \`${profile}\` AppArmor profile`, ...OFFER };
    context.report({
      at: type.kind === 'known' ? type.at : fields.value.at,
      message: type.kind === 'known' ? 'profile' : 'untyped',
      data: { who, type: valueOf(type) ?? '' },
      fixes: () => [
        type.kind === 'known'
          ? replaceField(owner, fields, 'type', profile, offer)
          : setField(owner, node, 'type', profile, offer),
      ],
    });
  },
);

export default kubernetesRule({
  id: 'kubernetes/apparmor-unconfined',
  title: 'AppArmor switched off',
  severity: 'high',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [{ id: 'appArmorProfile', relation: 'equal' }],
    trivy: [
      {
        id: 'KSV-0002',
        relation: 'wider',
        note: 'also the field; together with `apparmor-profile-missing`; profiles of your own (`localhost/…`) are fine',
        aliases: ['AVD-KSV-0002', 'KSV002', 'use-default-apparmor-profile'],
      },
    ],
    kubesec: [{ id: 'ApparmorUnconfined', relation: 'wider', note: 'also the field, and unknown profiles' }],
  },
  references: [
    { title: 'PSS baseline: AppArmor', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline' },
    {
      title: 'Restrict a container’s access to resources with AppArmor',
      url: 'https://kubernetes.io/docs/tutorials/security/apparmor/',
    },
    { title: 'CWE-693', url: 'https://cwe.mitre.org/data/definitions/693.html' },
  ],
  messages: {
    profile: 'The AppArmor profile of {who} is `{type}`, which does not confine it.',
    untyped: 'The AppArmor profile of {who} has no `type`.',
    annotation: 'The annotation `{key}` has the AppArmor profile `{type}`, which does not confine the container.',
  },
  visit: {
    ...contexts,
    workload(context, workload) {
      contexts.workload?.(context, workload);
      for (const { key, value } of appArmorAnnotations(workload)) {
        if (value.kind !== 'known' || isConfiningAppArmor(value.value)) continue;
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
