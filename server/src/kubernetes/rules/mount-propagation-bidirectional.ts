import { valueOf } from '../../core/value.ts';
import { replaceField } from '../edit.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/mount-propagation-bidirectional',
  title: 'Mounts passed on from container to host',
  severity: 'medium',
  confidence: 'high',
  category: 'host-access',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Volumes: mount propagation', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation' },
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
  ],
  messages: {
    bidirectional: 'What container `{container}` mounts below `{path}` appears on the node and in other pods.',
  },
  visit: {
    container(context, container) {
      for (const { mountPropagation, mountPath, fields } of container.volumeMounts.items) {
        if (mountPropagation.kind !== 'known' || mountPropagation.value !== 'Bidirectional') continue;
        context.report({
          at: mountPropagation.at,
          message: 'bidirectional',
          data: { container: container.label, path: valueOf(mountPath) ?? '' },
          fixes: () => [
            replaceField(container, fields, 'mountPropagation', 'HostToContainer', {
              title: 'Use `HostToContainer`',
              safety: 'hardening',
              caution: 'A storage driver that mounts volumes for other pods stops working.',
            }),
          ],
        });
      }
    },
  },
});
