import { valueOf } from '../../core/value.ts';
import { removeVolume } from '../edit.ts';
import { hostPathVolumes } from '../model/host-path.ts';
import { kubernetesRule } from '../rule.ts';
import { ANY_HOST_PATH } from '../shared/shared-equivalents.ts';

export default kubernetesRule({
  id: 'kubernetes/host-path-volume',
  title: 'Files of the host mounted',
  severity: 'medium',
  confidence: 'high',
  category: 'host-access',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: ANY_HOST_PATH,
  references: [
    { title: 'Volumes: hostPath', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath' },
    {
      title: 'PSS baseline: HostPath volumes',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
    },
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    { title: 'CIS Kubernetes 5.2.12' },
  ],
  messages: {
    path: 'Volume `{volume}` is `{path}` of the node, which the pod shares with the node and with other pods.',
    unknown: 'Volume `{volume}` is a path of the node, which the pod shares with the node and with other pods.',
  },
  visit: {
    workload(context, workload) {
      for (const { kind, volume, name, at, path } of hostPathVolumes(workload)) {
        if (kind !== 'plain') continue;
        context.report({
          at,
          message: path.kind === 'known' ? 'path' : 'unknown',
          data: { volume: name, path: valueOf(path) ?? '' },
          fixes: () => [
            removeVolume(workload, volume, {
              title: `Remove the volume \`${name}\` and its mounts`,
              // Never in bulk: what takes the volume's place has to be written first.
              safety: 'placeholder',
              caution: 'The program loses these files; an `emptyDir` or a PersistentVolumeClaim has to take their place.',
            }),
          ],
        });
      }
    },
  },
});
