import { holdsPrograms } from '../../knowledge/program-directories.ts';
import { setField } from '../edit/fields.ts';
import { isWritable } from '../model/writable-volume.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/writable-program-mount',
  title: 'Writable volume where programs are',
  severity: 'medium',
  confidence: 'medium',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kics: [
      {
        id: 'Volume mount with OS directory write permissions',
        relation: 'narrower',
        note: 'where programs and libraries are, not at every directory of the system, and not volumes that are read-only by their type',
        aliases: ['b7652612-de4e-4466-a0bf-1cd81f0c6063', 'volume_mount_with_os_directory_write_permissions'],
      },
    ],
  },
  references: [
    { title: 'Volumes', url: 'https://kubernetes.io/docs/concepts/storage/volumes/' },
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'MITRE T1554', url: 'https://attack.mitre.org/techniques/T1554/' },
  ],
  messages: {
    writable:
      'Container `{container}` can replace programs at `{path}`: they lie on the volume `{volume}`, which it can write to.',
  },
  visit: {
    container(context, container, workload) {
      if (workload.isWindows || container.role === 'init') return;
      for (const mount of container.volumeMounts.items) {
        const { name, mountPath, readOnly, node } = mount;
        if (mountPath.kind !== 'known' || !holdsPrograms(mountPath.value) || !isWritable(mount, workload)) continue;
        context.report({
          at: readOnly.kind === 'known' ? readOnly.at : mountPath.at,
          message: 'writable',
          data: { container: container.label, path: mountPath.value, volume: name.kind === 'known' ? name.value : '' },
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
