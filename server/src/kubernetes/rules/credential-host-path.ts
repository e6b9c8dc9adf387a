import { valueOf } from '../../core/value.ts';
import { removeVolume } from '../edit.ts';
import { hostPathVolumes } from '../model/host-path.ts';
import { kubernetesRule } from '../rule.ts';
import { ANY_HOST_PATH, SENSITIVE_HOST_PATH } from '../shared/shared-equivalents.ts';

export default kubernetesRule({
  id: 'kubernetes/credential-host-path',
  title: 'Credentials of the host mounted',
  severity: 'high',
  confidence: 'high',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    ...ANY_HOST_PATH,
    ...SENSITIVE_HOST_PATH,
    trivy: [...ANY_HOST_PATH.trivy, ...SENSITIVE_HOST_PATH.trivy],
    kics: [...ANY_HOST_PATH.kics, ...SENSITIVE_HOST_PATH.kics],
    kubescape: [
      ...ANY_HOST_PATH.kubescape,
      {
        id: 'C-0020',
        relation: 'wider',
        note: 'without asking which cloud the cluster runs in; also other keys and passwords',
        aliases: ['alert-mount-potential-credentials-paths'],
      },
    ],
  },
  references: [
    { title: 'CWE-522', url: 'https://cwe.mitre.org/data/definitions/522.html' },
    { title: 'MITRE T1552.001', url: 'https://attack.mitre.org/techniques/T1552/001/' },
  ],
  messages: {
    credentials: 'Volume `{volume}` hands `{path}` of the node to the pod, where credentials are kept (`{entry}`).',
  },
  visit: {
    workload(context, workload) {
      for (const { kind, volume, name, path, entry, at } of hostPathVolumes(workload)) {
        if (kind !== 'credentials') continue;
        context.report({
          at,
          message: 'credentials',
          data: { volume: name, path: valueOf(path) ?? '', entry },
          fixes: () => [
            removeVolume(workload, volume, {
              title: `Remove the volume \`${name}\` and its mounts`,
              safety: 'hardening',
              caution: 'A program that logs in with these credentials needs a Secret or a workload identity instead.',
            }),
          ],
        });
      }
    },
  },
});
