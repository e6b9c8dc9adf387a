import type { FixOffer } from '../../core/finding.ts';
import { combined, removeField } from '../edit/fields.ts';
import { setContainerSecurity } from '../edit.ts';
import type { Container } from '../model/model.ts';
import { appArmorAnnotation, isConfiningAppArmor } from '../pod-security/profile-annotations.ts';
import { kubernetesRule } from '../rule.ts';
import { isSince } from '../version.ts';

export default kubernetesRule({
  id: 'kubernetes/apparmor-annotation',
  title: 'AppArmor profile in an annotation',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  tags: ['deprecated'],
  equivalents: {},
  references: [
    {
      title: 'Restrict a container’s access to resources with AppArmor',
      url: 'https://kubernetes.io/docs/tutorials/security/apparmor/',
    },
    { title: 'KEP-24: AppArmor', url: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/24-apparmor' },
  ],
  messages: {
    ignored: 'Kubernetes no longer reads this annotation, so container `{container}` runs without the profile `{profile}`.',
    deprecated: 'The AppArmor profile of container `{container}` stands in an annotation, which `appArmorProfile` has replaced.',
  },
  visit: {
    container(context, container) {
      const annotation = appArmorAnnotation(container);
      if (!annotation || !isSince(context.environment, 30)) return;
      const { value, keyAt } = annotation;
      if (value.kind !== 'known' || value.value === '' || !isConfiningAppArmor(value.value)) return;
      const hasField = container.effective.appArmorProfile.fields.value.kind !== 'absent';
      const isIgnored = isSince(context.environment, 36) && !hasField;
      context.report({
        at: keyAt,
        message: isIgnored ? 'ignored' : 'deprecated',
        severity: !isIgnored ? 'info' : value.value.startsWith('localhost/') ? 'medium' : 'low',
        data: { container: container.label, profile: value.value },
        fixes: () => [toField(container, annotation.key, value.value, hasField)],
      });
    },
  },
});

function toField(container: Container, key: string, profile: string, hasField: boolean): FixOffer {
  const offer = { title: 'Move the profile to `appArmorProfile`', safety: 'safe' } as const;
  const { workload } = container;
  const gone = removeField(workload, workload.metadata.fields.mapping('annotations'), key, offer);
  if (hasField) return { ...gone, title: 'Remove the annotation' };
  const data =
    profile === 'runtime/default'
      ? { type: 'RuntimeDefault' }
      : { type: 'Localhost', localhostProfile: profile.slice('localhost/'.length) };
  return combined(offer, [gone, setContainerSecurity(container, ['appArmorProfile'], data, offer)]);
}
