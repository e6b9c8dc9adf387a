import { valueOf } from '../../core/value.ts';
import { setField } from '../edit/fields.ts';
import { hostPathVolumes } from '../model/host-path.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/writable-host-path',
  title: 'Files of the host mounted writable',
  severity: 'medium',
  confidence: 'high',
  category: 'host-access',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'kube-linter': [{ id: 'writable-host-mount', relation: 'wider', note: 'also init and ephemeral containers' }],
    kubescape: [
      {
        id: 'C-0045',
        relation: 'wider',
        note: 'also ephemeral containers and kinds it does not know',
        aliases: ['alert-rw-hostpath'],
      },
    ],
  },
  references: [
    { title: 'Volumes: hostPath', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath' },
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
  ],
  messages: {
    writable: 'Container `{container}` can write to `{path}` of the node: the mount of `{volume}` is not read-only.',
  },
  visit: {
    container(context, container, workload) {
      const volumes = hostPathVolumes(workload).filter(({ kind }) => kind !== 'runtime-socket');
      for (const { name, readOnly, fields, node } of container.volumeMounts.items) {
        const found = volumes.find((volume) => name.kind === 'known' && volume.name === name.value);
        if (!found || name.kind !== 'known') continue;
        if (readOnly.kind !== 'absent' && valueOf(readOnly) !== false) continue;
        const path = fields.pair('mountPath');
        const target = fields.string('mountPath');
        context.report({
          at: readOnly.kind === 'known' ? readOnly.at : path ? target.at : name.at,
          message: 'writable',
          data: { container: container.label, volume: name.value, path: valueOf(found.path) ?? 'a path' },
          fixes: () => [
            setField(container, node, 'readOnly', true, {
              title: 'Mount it read-only',
              safety: 'hardening',
              caution: 'A program that writes there gets an error.',
            }),
          ],
        });
      }
    },
  },
});
